package casewright.evidence;
import java.util.List;
import org.springframework.stereotype.Component;
@Component
class NoKnowledge implements EvidenceFinder {
    @Override
    public List<Evidence> find(List<List<String>> drugs, List<List<String>> reactions) { return List.of(); }
}
