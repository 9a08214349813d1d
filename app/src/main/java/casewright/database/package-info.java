/// PostgreSQL: the embedded one of a single machine, or the company's own when `spring.datasource.url` names it.
@NullMarked
package casewright.database;

import org.jspecify.annotations.NullMarked;
