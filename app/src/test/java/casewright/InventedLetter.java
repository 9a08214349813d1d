package casewright;

/// An invented letter with enough sentences to ask a model about.
final class InventedLetter {

    static final String TEXT = """
            Dear colleagues,
            I report on Mrs. A.B., a 54-year-old woman with hypertension.
            Metoprolol 50 mg twice daily was started for hypertension on 3 March 2024.
            Two weeks after metoprolol was started she developed a severe rash.
            The rash was attributed to metoprolol.
            After metoprolol was stopped the rash disappeared within five days.
            She also complained of dizziness after the first dose of simvastatin.
            Fever was noted while she still received metoprolol.
            Hyponatraemia was found and was thought to be caused by metoprolol.
            Metoprolol was restarted in May 2024 and the rash came back within two days.
            She was admitted to hospital because of the rash on 17 March 2024.
            Dr. Ines Calloway, physician, Galway
            """;

    private InventedLetter() {
    }
}
