/// The service as a whole: started on a fresh database with a scripted model, and used as a person or a program uses it.
@NullMarked
package casewright;

import org.jspecify.annotations.NullMarked;
