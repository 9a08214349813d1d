-- People -----------------------------------------------------------------------------------------------------------------------------
create table person (
    id            bigint generated always as identity primary key,
    sign_in       text not null unique,
    name          text not null,
    role          text not null,
    password_hash text not null,
    enabled       boolean not null default true,
    created_at    timestamptz not null
);

create table company (
    id         int primary key check (id = 1),
    settings   text not null,
    changed_at timestamptz not null
);

-- Documents: the bytes as they came, once per SHA-256 ---------------------------------------------------------------------------------
create table document (
    id           bigint generated always as identity primary key,
    sha256       char(64) not null unique,
    file_name    text not null,
    media_type   text not null,
    length_bytes bigint not null,
    content      bytea not null,
    uploaded_by  text not null,
    uploaded_at  timestamptz not null
);

-- A re-extraction is a new version; citations into an old one stay valid.
create table document_text (
    document_id bigint not null references document,
    version     int not null,
    extractor   text not null,
    content     text not null,
    primary key (document_id, version)
);

-- Cases -------------------------------------------------------------------------------------------------------------------------------
create table report_case (
    id              bigint generated always as identity primary key,
    number          text not null unique,
    status          text not null,
    status_reason   text not null default '',
    attempts        int not null default 0,
    opened_by       text not null,
    opened_by_id    bigint not null,
    opened_at       timestamptz not null,
    changed_at      timestamptz not null,
    -- how it arrived; day 0 is the receipt date
    receipt_date    date not null,
    received_how    text not null,
    report_type     text not null,
    sender          text not null,
    country         text not null,
    -- several patients in one document: one case each
    patient_number  int not null default 1,
    patient_count   int not null default 1,
    follows_case_id bigint references report_case,
    taken_by_id     bigint,
    taken_by        text,
    taken_at        timestamptz,
    -- what the queue shows
    product         text not null default '',
    reaction        text not null default '',
    patient         text not null default '',
    reporter        text not null default '',
    serious         boolean,
    due_date        date,
    due_rule        text not null default '',
    flags           text not null default ''
);
create index on report_case (status);

create table case_document (
    case_id     bigint not null references report_case,
    document_id bigint not null references document,
    position    int not null,
    primary key (case_id, document_id)
);
create index on case_document (document_id);

-- What the steps leave behind -----------------------------------------------------------------------------------------------------------
create table reading (
    case_id    bigint primary key references report_case,
    content    text not null,
    created_at timestamptz not null
);

create table draft (
    case_id    bigint not null references report_case,
    revision   int not null,
    content    text not null,
    sha256     char(64) not null,
    author     text not null,
    reason     text not null,
    created_at timestamptz not null,
    primary key (case_id, revision)
);

create table model_call (
    id            bigint generated always as identity primary key,
    case_id       bigint not null references report_case,
    at            timestamptz not null,
    kind          text not null,
    model         text not null,
    digest        text not null,
    settings      text not null,
    prompt        text not null,
    answer        text not null,
    prompt_tokens int not null,
    answer_tokens int not null,
    took_ms       bigint not null
);
create index on model_call (case_id);

create table evidence (
    id             bigint generated always as identity primary key,
    case_id        bigint not null references report_case,
    at             timestamptz not null,
    question       text not null,
    purpose        text not null,
    corpus         text not null,
    corpus_version text not null,
    hits           text not null
);
create index on evidence (case_id);

create table signature (
    id             bigint generated always as identity primary key,
    case_id        bigint not null references report_case,
    revision       int not null,
    person_id      bigint not null references person,
    printed_name   text not null,
    meaning        text not null,
    at             timestamptz not null,
    zone           text not null,
    content_sha256 char(64) not null,
    trail_hash     char(64) not null
);

-- The trail: append only, each entry holds the hash of the one before -----------------------------------------------------------------------
create table audit_entry (
    seq           bigint primary key,
    at            timestamptz not null,
    actor         text not null,
    actor_id      bigint,
    action        text not null,
    case_id       bigint,
    document_id   bigint,
    reason        text not null,
    details       text not null,
    previous_hash char(64) not null,
    hash          char(64) not null
);
create index on audit_entry (case_id);

create table audit_head (
    id   int primary key check (id = 1),
    seq  bigint not null,
    hash char(64) not null
);
insert into audit_head values (1, 0, repeat('0', 64));

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the table % is append-only', tg_table_name;
end $$;

create trigger audit_entry_append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger audit_entry_no_truncate before truncate on audit_entry for each statement execute function refuse_change();
create trigger signature_append_only before update or delete on signature for each row execute function refuse_change();
create trigger signature_no_truncate before truncate on signature for each statement execute function refuse_change();
create trigger draft_append_only before update or delete on draft for each row execute function refuse_change();
create trigger draft_no_truncate before truncate on draft for each statement execute function refuse_change();
create trigger document_append_only before update or delete on document for each row execute function refuse_change();
create trigger document_no_truncate before truncate on document for each statement execute function refuse_change();

-- db-scheduler's own table (db-scheduler 16, postgresql_tables.sql restated) ----------------------------------------------------------------
create table scheduled_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamp with time zone not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamp with time zone,
    last_failure         timestamp with time zone,
    consecutive_failures int,
    last_heartbeat       timestamp with time zone,
    version              bigint not null,
    priority             smallint,
    state                text,
    primary key (task_name, task_instance)
);
create index on scheduled_tasks (execution_time);
create index on scheduled_tasks (last_heartbeat);
