package casewright.cases;

import casewright.access.Person;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The cases and their moves. Each move locks the row, checks [CaseTransitions] and writes its audit entry in the same transaction.
@Component
public class Cases {

    /// For whoever asks for one by a wrong address.
    public static final String NO_SUCH_CASE = "There is no such case. Please look for it in the work list.";

    private static final int LONGEST_LIST = 500;

    private final JdbcClient sql;
    private final AuditTrail trail;
    private final Clock clock;

    public Cases(JdbcClient sql, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    public ReportCase open(Arrival arrival, List<Long> documentIds, Person by) {
        return open(arrival, documentIds, new Origin(by.name(), by.id(), CaseStatus.RECEIVED, 1, 1, null));
    }

    /// @param status the first state: received, or drafting for a further patient of documents that are read already
    public record Origin(String by, long personId, CaseStatus status, int patientNumber, int patientCount, @Nullable Long followsCaseId) {
    }

    @Transactional
    public ReportCase open(Arrival arrival, List<Long> documentIds, Origin origin) {
        arrival.checkAgainst(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        Timestamp now = Timestamp.from(clock.instant());
        long id = sql.sql("""
                with next as (select nextval(pg_get_serial_sequence('report_case', 'id')) as id)
                insert into report_case (id, number, status, opened_by, opened_by_id, opened_at, changed_at, receipt_date, received_how, report_type, sender, country,
                    patient_number, patient_count, follows_case_id, flags) overriding system value
                select id, 'CW-' || extract(year from cast(:now as timestamptz)) || '-' || lpad(cast(id as text), greatest(6, length(cast(id as text))), '0'),
                    :status, :by, :byId, :now, :now, :receipt, :how, :type, :sender, :country, :patient, :patients, cast(:follows as bigint), :flags from next returning id""")
                .param("now", now).param("status", origin.status().name()).param("by", origin.by()).param("byId", origin.personId())
                .param("receipt", Date.valueOf(arrival.receiptDate())).param("how", arrival.receivedHow()).param("type", arrival.reportType())
                .param("sender", arrival.sender()).param("country", arrival.country()).param("patient", origin.patientNumber())
                .param("patients", origin.patientCount()).param("follows", origin.followsCaseId()).param("flags", origin.followsCaseId() == null ? "" : "follow-up")
                .query(Long.class).single();
        for (int i = 0; i < documentIds.size(); i++) {
            sql.sql("insert into case_document values (:case, :document, :position)").param("case", id).param("document", documentIds.get(i)).param("position", i + 1).update();
        }
        ReportCase opened = get(id);
        trail.record(new Action(origin.by(), origin.personId(), "case opened", id, documentIds.isEmpty() ? null : documentIds.getFirst(), "", Map.of(
                "number", opened.number(), "status", opened.status().label(), "receiptDate", arrival.receiptDate().toString())));
        return opened;
    }

    public Optional<ReportCase> find(long id) {
        return sql.sql("select * from report_case where id = :id").param("id", id).query(this::row).optional();
    }

    public ReportCase get(long id) {
        return find(id).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, NO_SUCH_CASE));
    }

    /// The case with its row locked until the caller's transaction ends, so that two people cannot change it at once.
    @Transactional
    public ReportCase getLocked(long id) {
        return sql.sql("select * from report_case where id = :id for update").param("id", id).query(this::row).optional()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, NO_SUCH_CASE));
    }

    public Optional<ReportCase> findByNumber(String number) {
        return sql.sql("select * from report_case where number = :number").param("number", number).query(this::row).optional();
    }

    /// How many cases stand where; states without a case are absent.
    public Map<CaseStatus, Long> counts() {
        Map<CaseStatus, Long> counts = new EnumMap<>(CaseStatus.class);
        sql.sql("select status, count(*) from report_case group by status").query(row -> {
            counts.put(CaseStatus.valueOf(row.getString(1)), row.getLong(2));
        });
        return counts;
    }

    /// @param total how many there are besides this part of them
    public record Listing(List<ReportCase> cases, long total) {
    }

    /// Cases with one of these states whose number, product, reaction, reporter, patient or sender contains the words (empty: any); the ones due first come first.
    ///
    /// @param limit at most 500
    public Listing search(Collection<CaseStatus> statuses, String words, int offset, int limit) {
        if (statuses.isEmpty()) return new Listing(List.of(), 0);
        String pattern = "%" + words.strip().toLowerCase(java.util.Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        String where = """
                from report_case where status in (:statuses)
                and lower(number || ' ' || product || ' ' || reaction || ' ' || reporter || ' ' || patient || ' ' || sender) like :pattern""";
        List<String> names = statuses.stream().map(Enum::name).toList();
        List<ReportCase> found = sql.sql("select * " + where + " order by due_date nulls last, id limit :limit offset :offset").param("statuses", names).param("pattern", pattern)
                .param("limit", Math.clamp(limit, 1, LONGEST_LIST)).param("offset", Math.max(0, offset)).query(this::row).list();
        return new Listing(found, sql.sql("select count(*) " + where).param("statuses", names).param("pattern", pattern).query(Long.class).single());
    }

    public List<ReportCase> ofDocument(long documentId) {
        return sql.sql("select c.* from report_case c join case_document d on d.case_id = c.id where d.document_id = :id order by c.id").param("id", documentId)
                .query(this::row).list();
    }

    public List<Long> documentIds(long caseId) {
        return sql.sql("select document_id from case_document where case_id = :id order by position").param("id", caseId).query(Long.class).list();
    }

    /// The case is read without this document, which nobody could open.
    @Transactional
    public void leaveOut(long caseId, long documentId) {
        sql.sql("update case_document set left_out = true where case_id = :case and document_id = :document").param("case", caseId).param("document", documentId).update();
    }

    public boolean isLeftOut(long caseId, long documentId) {
        return sql.sql("select count(*) from case_document where case_id = :case and document_id = :document and left_out").param("case", caseId).param("document", documentId).query(Long.class).single() > 0;
    }

    /// Cases of the same patient, product and reaction that are neither this one nor put away, the newest first: perhaps the same case twice.
    public List<ReportCase> likely(ReportCase known) {
        if (known.summary().product().isBlank() || known.summary().reaction().isBlank() || known.summary().patient().isBlank()) return List.of();
        return sql.sql("""
                select * from report_case where id <> :id and lower(product) = lower(:product) and lower(reaction) = lower(:reaction) and lower(patient) = lower(:patient)
                and status not in ('VOIDED', 'DUPLICATE', 'SUPERSEDED') order by id desc limit 20""")
                .param("id", known.id()).param("product", known.summary().product()).param("reaction", known.summary().reaction())
                .param("patient", known.summary().patient()).query(this::row).list();
    }

    /// Moves a case.
    ///
    /// @throws RefusedException (conflict) when the case stands elsewhere by now and the move is not allowed from there; nothing is changed
    @Transactional
    public ReportCase move(long id, CaseStatus to, Action action) {
        CaseStatus from = CaseStatus.valueOf(sql.sql("select status from report_case where id = :id for update").param("id", id).query(String.class).optional()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, NO_SUCH_CASE)));
        if (!CaseTransitions.allowed(from, to)) {
            throw new RefusedException(Reason.CONFLICT, "The case is \"" + from.label() + "\" and cannot become \"" + to.label() + "\". Please reload the page to see what happened to it.");
        }
        sql.sql("update report_case set status = :to, status_reason = :reason, changed_at = :now, attempts = 0 where id = :id").param("to", to.name())
                .param("reason", action.reason()).param("now", Timestamp.from(clock.instant())).param("id", id).update();
        trail.record(action.onCase(id).with("from", from.label()).with("to", to.label()));
        return get(id);
    }

    @Transactional
    public void take(long id, Person by, Action action) {
        move(id, CaseStatus.IN_REVIEW, action);
        sql.sql("update report_case set taken_by_id = :person, taken_by = :name, taken_at = :now where id = :id").param("person", by.id()).param("name", by.name())
                .param("now", Timestamp.from(clock.instant())).param("id", id).update();
    }

    @Transactional
    public void release(long id) {
        sql.sql("update report_case set taken_by_id = null, taken_by = null, taken_at = null where id = :id").param("id", id).update();
    }

    @Transactional
    public void summarise(long id, ReportCase.Summary summary, @Nullable LocalDate due, String dueRule) {
        sql.sql("""
                update report_case set product = :product, reaction = :reaction, patient = :patient, reporter = :reporter, serious = :serious, flags = :flags,
                due_date = :due, due_rule = :rule, changed_at = :now where id = :id""")
                .param("product", summary.product()).param("reaction", summary.reaction()).param("patient", summary.patient()).param("reporter", summary.reporter())
                .param("serious", summary.serious()).param("flags", summary.flags()).param("due", due == null ? null : Date.valueOf(due)).param("rule", dueRule)
                .param("now", Timestamp.from(clock.instant())).param("id", id).update();
    }

    @Transactional
    public void correctArrival(long id, Arrival arrival, Action action) {
        arrival.checkAgainst(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1));
        sql.sql("""
                update report_case set receipt_date = :receipt, received_how = :how, report_type = :type, sender = :sender, country = :country, changed_at = :now
                where id = :id""").param("receipt", Date.valueOf(arrival.receiptDate())).param("how", arrival.receivedHow()).param("type", arrival.reportType())
                .param("sender", arrival.sender()).param("country", arrival.country()).param("now", Timestamp.from(clock.instant())).param("id", id).update();
        trail.record(action.onCase(id).with("receiptDate", arrival.receiptDate()).with("how", arrival.receivedHow()).with("type", arrival.reportType())
                .with("sender", arrival.sender()).with("country", arrival.country()));
    }

    @Transactional
    public void setPatients(long id, int number, int count) {
        sql.sql("update report_case set patient_number = :number, patient_count = :count where id = :id").param("number", number).param("count", count).param("id", id).update();
    }

    /// How many other cases the service takes first.
    public long automaticBefore(long id) {
        return sql.sql("""
                select count(*) from scheduled_tasks other join scheduled_tasks own on own.task_name in ('pages', 'case') and own.task_instance = :id
                where other.task_name in ('pages', 'case') and other.task_instance <> own.task_instance
                and (other.picked or other.priority > own.priority or other.priority = own.priority and other.execution_time < own.execution_time)""")
                .param("id", Long.toString(id)).query(Long.class).single();
    }

    /// Says how far the present automatic step is; shown while it runs.
    @Transactional
    public void progress(long id, String text) {
        sql.sql("update report_case set status_reason = :text where id = :id").param("text", text).param("id", id).update();
    }

    /// Counts a failed automatic try of the present step. @return tries so far
    @Transactional
    public int failedOnce(long id, String reason) {
        return sql.sql("update report_case set attempts = attempts + 1, status_reason = :reason where id = :id returning attempts").param("reason", reason).param("id", id)
                .query(Integer.class).single();
    }

    private ReportCase row(ResultSet row, int number) throws SQLException {
        Long takenById = row.getObject("taken_by_id", Long.class);
        Date due = row.getDate("due_date");
        return new ReportCase(row.getLong("id"), row.getString("number"), CaseStatus.valueOf(row.getString("status")), row.getString("status_reason"), row.getInt("attempts"),
                new ReportCase.Opened(row.getLong("opened_by_id"), row.getString("opened_by"), row.getTimestamp("opened_at").toInstant()),
                row.getTimestamp("changed_at").toInstant(),
                new Arrival(row.getDate("receipt_date").toLocalDate(), row.getString("received_how"), row.getString("report_type"), row.getString("sender"), row.getString("country")),
                row.getInt("patient_number"), row.getInt("patient_count"), row.getObject("follows_case_id", Long.class),
                takenById == null ? null : new ReportCase.Taken(takenById, row.getString("taken_by"), row.getTimestamp("taken_at").toInstant()),
                new ReportCase.Summary(row.getString("product"), row.getString("reaction"), row.getString("patient"), row.getString("reporter"),
                        row.getObject("serious", Boolean.class), row.getString("flags")),
                due == null ? null : due.toLocalDate(), row.getString("due_rule"));
    }
}
