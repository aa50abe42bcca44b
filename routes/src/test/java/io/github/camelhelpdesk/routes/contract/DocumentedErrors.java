/*
 * Licensed under the Apache License, Version 2.0 (the "License"); you may not use this file
 * except in compliance with the License. You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software distributed under the
 * License is distributed on an "AS IS" BASIS, WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND,
 * either express or implied. See the License for the specific language governing permissions
 * and limitations under the License.
 */
package io.github.camelhelpdesk.routes.contract;

import static io.github.camelhelpdesk.routes.contract.ErrorAnswer.cut;
import static io.github.camelhelpdesk.routes.contract.ErrorAnswer.empty;
import static io.github.camelhelpdesk.routes.contract.ErrorAnswer.ofAccount;
import static io.github.camelhelpdesk.routes.contract.ErrorAnswer.page;
import static io.github.camelhelpdesk.routes.contract.ErrorAnswer.refused;

import java.util.List;

import io.github.camelhelpdesk.common.HelpdeskException.Outcome;

/** The errors that each provider is known to answer with: those of its documentation, and those that were seen. */
final class DocumentedErrors {

    private static final String UNKNOWN_ID = "Check that the id exists";
    private static final String BUDGET = "requestsPerMinute";

    private DocumentedErrors() {
    }

    /** Page "Interrelated": the types; the JSON around them is not shown. */
    static List<ErrorAnswer> acquire() {
        return List.of(
                refused(400, "{'type':'ERROR_INVALID_INPUT','message':'caseId is wrong'}", "caseId is wrong", ""),
                refused(400, "{'error':{'type':'ERROR_RECORD_NOT_FOUND'}}", "ERROR_RECORD_NOT_FOUND", UNKNOWN_ID).meaning(404),
                refused(400, "{'errors':[{'code':'ERROR_DUPLICATE_RECORD_FOUND'}]}", "ERROR_DUPLICATE_RECORD_FOUND", ""),
                refused(400, "{'data':{'message':'not allowed: <text> <secret>'}}", "not allowed", ""),
                ofAccount(401, "{'type':'ERROR_UNAUTHORIZED'}", "ERROR_UNAUTHORIZED", "Check apiKey", Outcome.REFUSED),
                ofAccount(403, "{'type':'ERROR_UNAUTHORIZED_ACCESS'}", "ERROR_UNAUTHORIZED_ACCESS", "without the permission",
                        Outcome.REFUSED),
                refused(404, "{'message':'no such route'}", "no such route", UNKNOWN_ID),
                ofAccount(429, "{'message':'slow down'}", "slow down", BUDGET, Outcome.NOT_SENT),
                ofAccount(500, "{'type':'ERROR_SERVER_ERROR'}", "ERROR_SERVER_ERROR", "", Outcome.UNCLEAR),
                page(502, "", Outcome.UNCLEAR, true), empty(503, ""), cut(400, Outcome.REFUSED));
    }

    /** chatwoot.md, section on errors. */
    static List<ErrorAnswer> chatwoot() {
        String credential = "Check accessToken and accountId";
        return List.of(refused(400, "{'status':400,'error':'Bad Request'}", "Bad Request", ""),
                ofAccount(401, "{'errors':['You need to sign in or sign up before continuing.']}",
                        "You need to sign in or sign up before continuing.", credential, Outcome.REFUSED),
                ofAccount(401, "{'error':'Invalid Access Token'}", "Invalid Access Token", credential, Outcome.REFUSED),
                ofAccount(401, "{'error':'You are not authorized to do this action'}",
                        "You are not authorized to do this action", credential, Outcome.REFUSED),
                ofAccount(403, "{'error':'Message status update is only allowed for API inboxes'}",
                        "only allowed for API inboxes", credential, Outcome.REFUSED),
                refused(404, "{'error':'Resource could not be found'}", "Resource could not be found", UNKNOWN_ID),
                refused(404, "{'status':404,'error':'Not Found'}", "Not Found", UNKNOWN_ID),
                refused(422, "{'message':'Email has already been taken','attributes':['email']}",
                        "Email has already been taken", "").leavesUnclear(),
                refused(422, "{'error':'Validation failed: Content is too long (<text>)'}",
                        "Validation failed: Content is too long", ""),
                refused(422, "{'error':'undefined method for nil: <text> <secret>'}", "undefined method for nil", "")
                        .leavesUnclear(),
                new ErrorAnswer(429, "text/plain", "Retry later\n", "Retry later", BUDGET, 429, Outcome.NOT_SENT, true, true),
                ofAccount(500, "{'status':500,'error':'Internal Server Error'}", "Internal Server Error", "",
                        Outcome.UNCLEAR),
                page(502, "", Outcome.UNCLEAR, true), empty(503, ""), page(404, "baseUrl", Outcome.REFUSED, false),
                cut(422, Outcome.UNCLEAR));
    }

    /** channelio.md, section 7: the JSON of the Open API is not documented, that of PROTO is. */
    static List<ErrorAnswer> channelio() {
        String credential = "Check accessKey and secretKey";
        return List.of(
                refused(400, "{'status':400,'commonErrorCode':'INVALID_ARGUMENT','message':'bad request'}", "bad request", ""),
                ofAccount(401,
                        "{'status':401,'commonErrorCode':'UNAUTHENTICATED','message':'access key or secret is wrong'}",
                        "access key or secret is wrong", credential, Outcome.REFUSED),
                ofAccount(403, "{'status':403,'commonErrorCode':'PERMISSION_DENIED','message':'not allowed'}", "not allowed",
                        credential, Outcome.REFUSED),
                refused(404, "{'status':404,'commonErrorCode':'NOT_FOUND','message':'userChat not found'}",
                        "userChat not found", UNKNOWN_ID),
                refused(422,
                        "{'status':422,'message':'blocks is wrong','details':[{'model':'Message','field':'blocks',"
                                + "'value':'<text>','message':'stray tag in <text>'}]}",
                        "stray tag in", ""),
                refused(422, "{'errors':[{'message':'botName is required'}],'type':'validation'}", "botName is required", ""),
                refused(422, "{'code':'E77','error':'<text> <secret>'}", "E77", ""),
                refused(422, "{'message':'requestId already exists'}", "requestId already exists", "").leavesUnclear(),
                ofAccount(429, "{'status':429,'commonErrorCode':'RESOURCE_EXHAUSTED','message':'too many requests'}",
                        "too many requests", BUDGET, Outcome.NOT_SENT),
                ofAccount(500, "{'status':500,'commonErrorCode':'INTERNAL','message':'internal error'}", "internal error", "",
                        Outcome.UNCLEAR),
                page(502, "", Outcome.UNCLEAR, true), empty(503, ""), cut(422, Outcome.REFUSED));
    }

    /** SignalZen's page of errors: the statuses; the body is not documented. */
    static List<ErrorAnswer> signalzen() {
        return List.of(refused(400, "{'error':'limit is invalid'}", "limit is invalid", ""),
                ofAccount(401, "{'message':'wrong key <secret>'}", "wrong key", "API Secret Key", Outcome.REFUSED),
                ofAccount(403, "{'errors':['not yours']}", "not yours", "API Secret Key", Outcome.REFUSED),
                refused(404, "{'error':'no such user'}", "no such user", UNKNOWN_ID),
                refused(405, "{'error':'method not allowed'}", "method not allowed", ""),
                refused(406, "{'error':'format is not JSON'}", "format is not JSON", "Accept"),
                refused(410, "{'error':'removed'}", "removed", "It was removed at SignalZen"),
                ofAccount(429, "{'error':'too many requests'}", "too many requests", BUDGET, Outcome.NOT_SENT),
                ofAccount(500, "{'error':'our fault'}", "our fault", "", Outcome.UNCLEAR),
                page(502, "", Outcome.UNCLEAR, true), empty(503, "maintenance"), cut(400, Outcome.REFUSED));
    }
}
