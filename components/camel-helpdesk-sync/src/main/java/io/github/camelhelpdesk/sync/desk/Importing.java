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
package io.github.camelhelpdesk.sync.desk;

import java.util.List;

import io.github.camelhelpdesk.sync.view.ImportReport;

/** What the imports of a link have done: the directions with {@code importHistory=true}. */
public interface Importing {

    /** The import of each direction that has one, running or ended; also those of before a restart. */
    List<ImportReport> all();
}
