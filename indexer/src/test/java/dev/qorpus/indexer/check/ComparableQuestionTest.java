package dev.qorpus.indexer.check;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ComparableQuestionTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is loam?                  | what is  LOAM
            Q12: What is loam?             | 3. What is loam?
            What’s loam?                   | What is "loam"?
            Why can't it rain?             | Why cannot it rain
            A real-time index?             | a real time index
            What is `this` in (JavaScript) | What is this in JavaScript?
            """)
    void theSameQuestionWrittenInTwoWays(String one, String other) {
        assertThat(ComparableQuestion.normalised(one)).isEqualTo(ComparableQuestion.normalised(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What is C++?          | What is C?
            What is C#?           | What is C?
            What does == do?      | What does === do?
            What is 2 + 2?        | What is 2 - 2?
            What is -- for?       | What is - for?
            ???                   | !!!
            Will it rain?         | Won't it rain?
            """)
    void differentQuestionsThatLookAlike(String one, String other) {
        assertThat(ComparableQuestion.normalised(one)).isNotEqualTo(ComparableQuestion.normalised(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            how do i start week 2      | how do i start week 3  | true
            what is new in v16         | what is new in v16     | false
            the 2022 and the 2023 one  | of 2023 and 2022       | false
            errors in react 16         | errors in react        | false
            what do you like           | what do not you like   | true
            why is it slow             | why is it so slow      | false
            """)
    void numbersAndDenialsAreDetailsThatMatter(String one, String other, boolean differ) {
        assertThat(ComparableQuestion.differInDetail(one, other)).isEqualTo(differ);
    }
}
