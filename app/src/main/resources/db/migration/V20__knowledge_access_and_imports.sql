-- Who may search a corpus. No row: officers, reviewers and auditors, all of it. Otherwise the roles named here and auditors.
create table corpus_access (
    corpus_id bigint not null references corpus,
    role      text not null check (role in ('OFFICER', 'REVIEWER', 'AUDITOR')),
    -- one line each; the role sees passages on these products and on none in particular; empty: all products
    products  text not null default '',
    primary key (corpus_id, role)
);

-- When and where a version is the reference; and versions that were taken out of use: their texts stay, for the trail.
alter table corpus_version add column valid_from date;
alter table corpus_version add column valid_to date;
alter table corpus_version add column country text not null default '';
alter table corpus_version drop constraint corpus_version_state_check;
alter table corpus_version add constraint corpus_version_state_check check (state in ('BUILDING', 'READY', 'FAILED', 'RETIRED'));

-- Imports that an administrator asked for on the page. The row is the promise: whatever happens to the process, the import is brought to an end.
create table import_run (
    id          bigint generated always as identity primary key,
    corpus      text not null,
    kind        text not null check (kind in ('PRIVATE', 'PUBLIC')),
    form        text not null,
    product     text,
    valid_from  date,
    valid_to    date,
    country     text not null default '',
    source      text not null,
    -- null: the files were uploaded and lie in the data folder until the run ends
    server_path text,
    asked_by    text not null,
    asked_by_id bigint not null,
    asked_at    timestamptz not null,
    state       text not null check (state in ('WAITING', 'READING', 'INDEXING', 'DONE', 'REFUSED', 'FAILED')),
    documents   int not null default 0,
    passages    int not null default 0,
    version_id  bigint references corpus_version,
    message     text not null default '',
    -- one line each
    left_out    text not null default ''
);
create index on import_run (state);
