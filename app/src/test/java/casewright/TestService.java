package casewright;

import casewright.access.People;
import casewright.cases.Cases;
import casewright.drafting.Assessments;
import casewright.drafting.Drafts;
import casewright.extraction.DocumentTexts;
import casewright.intake.Documents;
import casewright.llm.LanguageModel;
import casewright.llm.ScriptedModel;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/// What every test of the whole service shares: a model that says "no" to nothing, people, and drafted cases.
@TestConfiguration(proxyBeanMethods = false)
class TestService {

    @Bean
    LanguageModel languageModel() {
        return new ScriptedModel("{}");
    }

    @Bean
    TestPeople testPeople(People people) {
        return new TestPeople(people);
    }

    @Bean
    TestCases testCases(Cases cases, Documents documents, DocumentTexts texts, Drafts drafts, ReportFlow.Stores stores, Assessments assessments) {
        return new TestCases(cases, documents, texts, drafts, stores.company(), assessments);
    }
}
