package casewright;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/// The real context with a scripted model, an empty database and no samples.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"casewright.samples=false", "casewright.data=${java.io.tmpdir}/casewright-test-${random.uuid}", "casewright.zone=Europe/Berlin"})
@Import({TestDatabase.class, TestService.class})
public @interface ServiceTest {
}
