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
package io.github.camelhelpdesk.testkit.junit;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

import io.github.camelhelpdesk.testkit.HelpdeskSimulator;
import io.github.camelhelpdesk.testkit.acquire.AcquireSimulator;
import io.github.camelhelpdesk.testkit.channelio.ChannelioSimulator;
import io.github.camelhelpdesk.testkit.chatwoot.ChatwootSimulator;
import io.github.camelhelpdesk.testkit.signalzen.SignalzenSimulator;

/**
 * Starts simulators for a test and closes them after it, for JUnit 5 and 6. A test that asks twice for one type, by parameter,
 * in
 * a set-up method or by a field marked {@link Simulate}, gets the same one.
 */
public final class SimulatorExtension implements BeforeEachCallback, ParameterResolver {

    private static final Map<Class<?>, Supplier<HelpdeskSimulator>> STARTERS = Map.of(
            AcquireSimulator.class, AcquireSimulator::start,
            ChatwootSimulator.class, ChatwootSimulator::start,
            ChannelioSimulator.class, ChannelioSimulator::start,
            SignalzenSimulator.class, SignalzenSimulator::start);

    @Override
    public void beforeEach(ExtensionContext context) throws IllegalAccessException {
        for (Object test : context.getRequiredTestInstances().getAllInstances()) {
            List<Field> fields = AnnotationSupport.findAnnotatedFields(test.getClass(), Simulate.class);
            for (Field field : fields) {
                field.setAccessible(true);
                field.set(test, simulator(context, field.getType()));
            }
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return STARTERS.containsKey(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return simulator(context, parameter.getParameter().getType());
    }

    /** JUnit 6 has a new name for the store's method; the old one works in both. */
    @SuppressWarnings("deprecation")
    private static HelpdeskSimulator simulator(ExtensionContext context, Class<?> type) {
        Supplier<HelpdeskSimulator> starter = STARTERS.get(type);
        if (starter == null) {
            throw new IllegalArgumentException(
                    "@Simulate knows " + STARTERS.keySet().stream().map(Class::getSimpleName).sorted().toList() + ", not "
                            + type.getName());
        }
        ExtensionContext.Store store = context.getStore(
                ExtensionContext.Namespace.create(SimulatorExtension.class, context.getUniqueId()));
        return store.getOrComputeIfAbsent(type, key -> new Started(starter.get()), Started.class).simulator();
    }

    /** The store closes it when the test is over, in JUnit 5 by this interface, in JUnit 6 as any AutoCloseable. */
    @SuppressWarnings("deprecation")
    private record Started(HelpdeskSimulator simulator) implements ExtensionContext.Store.CloseableResource, AutoCloseable {

        @Override
        public void close() {
            simulator.close();
        }
    }
}
