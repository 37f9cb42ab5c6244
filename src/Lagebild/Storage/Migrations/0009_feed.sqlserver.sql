-- What feeds were and are, from 1: nothing changes or removes a row, and feed.body is the latest. Person null: the program.
create table feed_version (
    feed nvarchar(100) collate Latin1_General_100_BIN2 not null,
    number int not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null,
    person bigint null,
    who nvarchar(200) collate Latin1_General_100_BIN2 not null,
    at_utc datetime2(7) not null,
    why nvarchar(1000) collate Latin1_General_100_BIN2 not null,
    constraint pk_feed_version primary key (feed, number)
);

insert into feed_version (feed, number, body, person, who, at_utc, why)
select code, 1, body, null, 'program', sysutcdatetime(), ''
from feed;

-- Reading profiles written or changed here, from 1; of one that the program ships the first is as it was shipped.
create table profile (
    code nvarchar(100) collate Latin1_General_100_BIN2 not null,
    number int not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null,
    sha256 nvarchar(64) collate Latin1_General_100_BIN2 not null,
    person bigint null,
    who nvarchar(200) collate Latin1_General_100_BIN2 not null,
    at_utc datetime2(7) not null,
    why nvarchar(1000) collate Latin1_General_100_BIN2 not null,
    constraint pk_profile primary key (code, number)
);

-- A profile being written, with the file it is tried on: the file of a delivery, or parts of 1 MiB, each compressed by itself (zlib).
create table profile_draft (
    id nvarchar(64) collate Latin1_General_100_BIN2 not null constraint pk_profile_draft primary key,
    person bigint not null,
    feed nvarchar(100) collate Latin1_General_100_BIN2 null,
    delivery bigint null,
    based_on int not null,
    file_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
    sha256 nvarchar(64) collate Latin1_General_100_BIN2 not null,
    size bigint not null,
    at_utc datetime2(7) not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null
);

create table profile_draft_part (
    draft nvarchar(64) collate Latin1_General_100_BIN2 not null constraint fk_profile_draft_part_profile_draft references profile_draft (id),
    part int not null,
    bytes varbinary(max) not null,
    constraint pk_profile_draft_part primary key (draft, part)
);

-- How a run went, step by step.
create table run_step (
    run bigint not null,
    number int not null,
    at_utc datetime2(7) not null,
    stage nvarchar(40) collate Latin1_General_100_BIN2 not null,
    file_name nvarchar(400) collate Latin1_General_100_BIN2 null,
    records bigint not null,
    value_count bigint not null,
    errors bigint not null,
    release int null,
    constraint pk_run_step primary key (run, number)
);
