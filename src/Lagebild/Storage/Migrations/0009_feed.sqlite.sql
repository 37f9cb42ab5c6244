-- What feeds were and are, from 1: nothing changes or removes a row, and feed.body is the latest. Person null: the program.
create table feed_version (
    feed text not null,
    number integer not null,
    body text not null,
    person integer,
    who text not null,
    at_utc text not null,
    why text not null,
    constraint pk_feed_version primary key (feed, number)
) without rowid;

insert into feed_version (feed, number, body, person, who, at_utc, why)
select code, 1, body, null, 'program', strftime('%Y-%m-%d %H:%M:%f', 'now'), ''
from feed;

-- Reading profiles written or changed here, from 1; of one that the program ships the first is as it was shipped.
create table profile (
    code text not null,
    number integer not null,
    body text not null,
    sha256 text not null,
    person integer,
    who text not null,
    at_utc text not null,
    why text not null,
    constraint pk_profile primary key (code, number)
) without rowid;

-- A profile being written, with the file it is tried on: the file of a delivery, or parts of 1 MiB, each compressed by itself (zlib).
create table profile_draft (
    id text not null constraint pk_profile_draft primary key,
    person integer not null,
    feed text,
    delivery integer,
    based_on integer not null,
    file_name text not null,
    sha256 text not null,
    size integer not null,
    at_utc text not null,
    body text not null
) without rowid;

create table profile_draft_part (
    draft text not null constraint fk_profile_draft_part_profile_draft references profile_draft (id),
    part integer not null,
    bytes blob not null,
    constraint pk_profile_draft_part primary key (draft, part)
);

-- How a run went, step by step.
create table run_step (
    run integer not null,
    number integer not null,
    at_utc text not null,
    stage text not null,
    file_name text,
    records integer not null,
    value_count integer not null,
    errors integer not null,
    release integer,
    constraint pk_run_step primary key (run, number)
) without rowid;
