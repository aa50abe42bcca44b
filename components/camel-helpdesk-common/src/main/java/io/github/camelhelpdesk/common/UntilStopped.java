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
package io.github.camelhelpdesk.common;

import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/** What a service makes on first use, and makes anew when it was stopped in between. */
final class UntilStopped<T> implements Supplier<T> {

    private final Lock lock;
    private final Supplier<T> maker;
    private T made;

    UntilStopped(Lock lock, Supplier<T> maker) {
        this.lock = lock;
        this.maker = maker;
    }

    @Override
    public T get() {
        lock.lock();
        try {
            if (made == null) {
                made = maker.get();
            }
            return made;
        } finally {
            lock.unlock();
        }
    }

    void forget() {
        lock.lock();
        try {
            made = null;
        } finally {
            lock.unlock();
        }
    }
}
