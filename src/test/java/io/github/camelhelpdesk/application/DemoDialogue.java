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
package io.github.camelhelpdesk.application;

import java.util.List;

/**
 * What a customer and an agent of a shop say to each other.
 *
 * @param lines in turn: the customer's, the agent's, the customer's, and so on
 */
record DemoDialogue(List<String> lines) {

    static final List<DemoDialogue> OF_A_SHOP = List.of(
            new DemoDialogue(List.of("Hello, my parcel has not come yet. The order is 20417.",
                    "Good morning! I am looking it up.\nIt left our store on Monday and is with the carrier.",
                    "The tracking page has not changed for two days.",
                    "I have asked the carrier to look for it. You will hear from us tomorrow at the latest.",
                    "Thank you, that helps.", "With pleasure.")),
            new DemoDialogue(List.of("Can I return a lamp that I have already unpacked?",
                    "Yes, within thirty days, as long as it is not damaged.", "And who pays for the parcel back?",
                    "We do. I have put a return label into your account.", "Found it, thanks a lot!",
                    "Is there anything else I can do for you?", "No, that was all.", "Have a nice day!")),
            new DemoDialogue(List.of("안녕하세요, 배송지를 바꿀 수 있을까요?", "네, 가능합니다. 새 주소를 알려 주세요.",
                    "같은 거리 7번지입니다.", "변경했습니다. 내일 도착합니다.", "감사합니다!", "좋은 하루 되세요.")),
            new DemoDialogue(
                    List.of("Is the blue chair in stock again?", "We expect it in about two weeks. Shall I reserve one?",
                            "Two of them, please.", "Done. We write to you as soon as they are here.")),
            new DemoDialogue(List.of("مرحبا، هل يمكنني الدفع عند الاستلام؟", "نعم، هذا ممكن في جميع المدن.",
                    "شكرا جزيلا لكم", "على الرحب والسعة")),
            new DemoDialogue(List.of("I was charged twice for the order 20388.",
                    "I am sorry about that. I can see both payments; one of them was only reserved.",
                    "When do I get it back?", "Your bank releases it by itself, usually within three working days.",
                    "All right. I will write again if it does not.", "Please do. I have left a note with your order.")));

    boolean isByCustomer(int line) {
        return line % 2 == 0;
    }
}
