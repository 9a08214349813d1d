-- Passages of corpora that people attached to a case; the words are kept as they were seen. What was removed stays: it can be put back.
create table cited_passage (
    id             bigint generated always as identity primary key,
    case_id        bigint not null references report_case,
    -- of the draft's field beside which it is shown; empty: the case as a whole
    path           text not null,
    corpus         text not null,
    corpus_version text not null,
    passage        text not null,
    title          text not null,
    section        text not null,
    text           text not null,
    cited_by       text not null,
    cited_at       timestamptz not null,
    removed_at     timestamptz
);
create index on cited_passage (case_id);
create index on cited_passage (corpus, corpus_version);
