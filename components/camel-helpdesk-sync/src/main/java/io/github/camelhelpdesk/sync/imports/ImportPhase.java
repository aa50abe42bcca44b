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
package io.github.camelhelpdesk.sync.imports;

/** How far an import has come. Named as in the report. */
public enum ImportPhase {
    /** The source is read from its beginning; what was read is delivered meanwhile. */
    reading,
    /** All was read, and some of it is not delivered yet. */
    delivering,
    /** All was delivered, and the conversations on the target are being closed. */
    closing,
    /** Nothing is left to do. */
    done
}
