-- What editors wrote of entries of the catalogue and nobody has released yet: one draft an entry, a row each for its body (part and language empty) and its texts.
create table catalogue_draft (
    kind text not null,
    code text not null,
    part text not null,
    language text not null,
    number integer not null,
    removes integer not null,
    state text,
    body text,
    person integer,
    who text not null,
    at_utc text not null,
    constraint pk_catalogue_draft primary key (kind, code, part, language)
) without rowid;

-- Where an editor decided otherwise than the program ships: the hash of what it shipped then. Without a current row the editor removed it.
create table catalogue_kept (
    kind text not null,
    code text not null,
    part text not null,
    language text not null,
    hash text not null,
    constraint pk_catalogue_kept primary key (kind, code, part, language)
) without rowid;

insert into sequence (name, last) values ('catalogue_draft', 0);
