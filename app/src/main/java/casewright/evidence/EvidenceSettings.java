package casewright.evidence;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of looking up.
///
/// @param mostQuestions    of a case, over all corpora; the first drugs and reactions come first
/// @param hitsKept         of each question, for the trail; the hit that carries the answer is kept besides
/// @param passagesLookedAt of each question, for the answer
/// @param passagesOfReference of each document of reference that is read whole
@ConfigurationProperties("casewright.evidence")
public record EvidenceSettings(@DefaultValue("60") int mostQuestions, @DefaultValue("5") int hitsKept, @DefaultValue("200") int passagesLookedAt,
        @DefaultValue("2000") int passagesOfReference) {
}
