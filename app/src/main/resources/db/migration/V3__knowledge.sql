-- Corpora of private and public knowledge -----------------------------------------------------------------------------------------------
create table corpus (
    id         bigint generated always as identity primary key,
    name       text not null unique,
    kind       text not null check (kind in ('PRIVATE', 'PUBLIC')),
    created_at timestamptz not null
);

-- One import each: immutable but for its state. What was imported stays, so that a recorded search can be replayed.
create table corpus_version (
    id             bigint generated always as identity primary key,
    corpus_id      bigint not null references corpus,
    version        text not null,
    imported_at    timestamptz not null,
    imported_by    text not null,
    source         text not null,
    product        text,
    content_sha256 char(64) not null,
    documents      int not null,
    passages       int not null default 0,
    state          text not null check (state in ('BUILDING', 'READY', 'FAILED')),
    reason         text not null default '',
    unique (corpus_id, version),
    unique (corpus_id, content_sha256)
);

-- The text itself: an index is made of it and can be made again.
create table knowledge_document (
    version_id  bigint not null references corpus_version,
    position    int not null,
    document_id text not null,
    title       text not null,
    product     text,
    kind        text not null,
    source      text,
    date        date,
    sections    text not null,
    primary key (version_id, position),
    unique (version_id, document_id)
);

create trigger knowledge_document_append_only before update or delete on knowledge_document for each row execute function refuse_change();
create trigger knowledge_document_no_truncate before truncate on knowledge_document for each statement execute function refuse_change();
