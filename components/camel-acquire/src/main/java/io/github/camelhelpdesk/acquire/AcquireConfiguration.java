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
package io.github.camelhelpdesk.acquire;

import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;

import io.github.camelhelpdesk.common.HelpdeskConfiguration;

/** Options of Acquire. */
@UriParams
public class AcquireConfiguration extends HelpdeskConfiguration {

    /** Stands for the key in {@code caseTitle}. */
    public static final String KEY = "{key}";

    private static final int MOST_OF_A_PAGE = 1_000;
    private static final int SHORTEST_LIMIT = 100;

    @UriParam(description = "The account: the first part of its address, acme of https://acme.acquire.io. Required, here or on the"
            + " component.")
    private String account;
    @UriParam(label = "security", secret = true, description = "API key (Settings, API keys), sent as Bearer token. It may read and"
            + " change only what it was made for: cases and contacts at least. Required, here or on the component.")
    private String apiKey;
    @UriParam(label = "advanced", defaultValue = "x-user-type", description = "Name of the query parameter that tells who speaks."
            + " Acquire's pages spell it x-user-type and -x-user-type.")
    private String userTypeParameter = "x-user-type";
    @UriParam(label = "advanced", defaultValue = "auto", description = "By which list the messages of a thread are read: thread (documented,"
            + " but printed with the last message of each case only, which is an error then), caseMessage (page by page, not documented"
            + " any more), or auto: the first; the second where the first does not give all; and the cases with their messages where the"
            + " second is refused.")
    private MessageListing messageSource = MessageListing.auto;
    @UriParam(label = "advanced", defaultValue = "{\"dateUpdated\":\"DESC\"}", description = "Value of the query parameter order by which"
            + " cases are listed, so that the newest changes come first. Whether the answer has this order is checked; if not, a poll"
            + " reads the list to its end. Empty for none.")
    private String caseOrder = "{\"dateUpdated\":\"DESC\"}";
    @UriParam(label = "consumer,advanced", description = "Value of the query parameter where by which a poll narrows the list of cases"
            + " down, for instance dateUpdated, gte and {since} with bars between them, or several of these with commas between them; {since} is replaced by an ISO-8601"
            + " instant. Acquire documents the expression eq only. By default none.")
    private String caseFilter;
    @UriParam(label = "advanced", defaultValue = "page", description = "How the next page of a list is asked for: by page number or by"
            + " offset. Acquire documents neither.")
    private Paging paging = Paging.page;
    @UriParam(label = "advanced", defaultValue = "0", description = "Number of the first page, 0 or 1. With 0 a server that counts from"
            + " 1 is understood as well, at the cost of one request per list.")
    private int firstPage;
    @UriParam(label = "advanced", defaultValue = "100", description = "How many items of a list are asked for at once, 1 to 1000.")
    private int pageSize = 100;
    @UriParam(label = "producer", description = "Address of the connected inbox from which mails are sent. Required for mails, here or as"
            + " from in the request.")
    private String mailFrom;
    @UriParam(label = "producer", description = "Connected number, with country code, from which SMS are sent. Required for SMS, here or"
            + " as from in the request.")
    private String smsFrom;
    @UriParam(label = "producer,advanced", defaultValue = "10000", description = "Most characters of a text; a longer one is sent in several messages."
            + " Acquire names no limit. At least 100. An SMS takes 1600 at most.")
    private int maxTextLength = 10_000;
    @UriParam(label = "producer", defaultValue = "true", description = "Whether a message into a thread whose cases are all closed opens a new"
            + " case in it, on the same channel: Acquire takes messages into active cases only. If false, it fails.")
    private boolean reopenClosed = true;
    @UriParam(label = "producer,advanced", defaultValue = "contact", description = "As what the words of another side's customer are written into a chat:"
            + " contact, as if the contact had said them, or note, which only users see. Into cases of mail and SMS they are written as"
            + " notes in any case, so that they are not sent to the customer.")
    private CustomerSpeech customerAs = CustomerSpeech.contact;
    @UriParam(label = "advanced", description = "Id of the Acquire user that the key belongs to, as senderId of what is sent. By it our own"
            + " mails and SMS are known, which bear no marker, and chat messages where Acquire drops their meta. By default it is"
            + " learnt from the first message that is sent.")
    private String userId;
    @UriParam(label = "producer,advanced", description = "Key of a custom attribute of contacts in which the customer of another side is"
            + " remembered, so that the contact is found again. It has to exist in Acquire. By default a contact is found by mail"
            + " address or phone number only.")
    private String contactKeyField;
    @UriParam(label = "producer,advanced", defaultValue = "{key}", description = "Title of the cases that are opened for conversations of another side. {key}"
            + " stands for the key by which such a case is found again, and has to be in it.")
    private String caseTitle = KEY;

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public String getUserTypeParameter() {
        return userTypeParameter;
    }

    public void setUserTypeParameter(String userTypeParameter) {
        this.userTypeParameter = userTypeParameter;
    }

    public MessageListing getMessageSource() {
        return messageSource;
    }

    public void setMessageSource(MessageListing messageSource) {
        this.messageSource = messageSource;
    }

    public String getCaseOrder() {
        return caseOrder;
    }

    public void setCaseOrder(String caseOrder) {
        this.caseOrder = caseOrder;
    }

    public String getCaseFilter() {
        return caseFilter;
    }

    public void setCaseFilter(String caseFilter) {
        this.caseFilter = caseFilter;
    }

    public Paging getPaging() {
        return paging;
    }

    public void setPaging(Paging paging) {
        this.paging = paging;
    }

    public int getFirstPage() {
        return firstPage;
    }

    public void setFirstPage(int firstPage) {
        this.firstPage = firstPage;
    }

    public int getPageSize() {
        return pageSize;
    }

    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    public String getMailFrom() {
        return mailFrom;
    }

    public void setMailFrom(String mailFrom) {
        this.mailFrom = mailFrom;
    }

    public String getSmsFrom() {
        return smsFrom;
    }

    public void setSmsFrom(String smsFrom) {
        this.smsFrom = smsFrom;
    }

    public int getMaxTextLength() {
        return maxTextLength;
    }

    public void setMaxTextLength(int maxTextLength) {
        this.maxTextLength = maxTextLength;
    }

    public boolean isReopenClosed() {
        return reopenClosed;
    }

    public void setReopenClosed(boolean reopenClosed) {
        this.reopenClosed = reopenClosed;
    }

    public CustomerSpeech getCustomerAs() {
        return customerAs;
    }

    public void setCustomerAs(CustomerSpeech customerAs) {
        this.customerAs = customerAs;
    }

    public String getUserId() {
        return userId;
    }

    public void setUserId(String userId) {
        this.userId = userId;
    }

    public String getContactKeyField() {
        return contactKeyField;
    }

    public void setContactKeyField(String contactKeyField) {
        this.contactKeyField = contactKeyField;
    }

    public String getCaseTitle() {
        return caseTitle;
    }

    public void setCaseTitle(String caseTitle) {
        this.caseTitle = caseTitle;
    }

    @Override
    protected String publicUrl() {
        return "https://" + account + ".acquire.io";
    }

    /** The account's lasting identity. */
    String accountIdentity() {
        return getAccountName() == null ? account : getAccountName();
    }

    @Override
    protected void check(String where) {
        require(account, "account", where, "It is the first part of the address of its dashboard, acme of"
                + " https://acme.acquire.io.");
        require(apiKey, "apiKey", where, "Acquire makes one in the settings under API keys.");
        if (!account.matches("[A-Za-z0-9][A-Za-z0-9-]{0,62}")) {
            throw new IllegalArgumentException("Option account of " + where + " is '" + account
                    + "'; use the first part of the address only, acme of https://acme.acquire.io");
        }
        require(userTypeParameter, "userTypeParameter", where, "x-user-type is usual.");
        within(1, MOST_OF_A_PAGE, pageSize, "pageSize", where);
        within(0, 1, firstPage, "firstPage", where);
        atLeast(SHORTEST_LIMIT, maxTextLength, "maxTextLength", where);
        if (caseTitle == null || !caseTitle.contains(KEY)) {
            throw new IllegalArgumentException("Option caseTitle of " + where + " does not contain " + KEY
                    + ", by which a case is found again");
        }
        super.check(where);
    }

    @Override
    public AcquireConfiguration copy() {
        return (AcquireConfiguration) super.copy();
    }
}
