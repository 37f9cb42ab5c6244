-- Names are those of the words in docs; days are whole numbers yyyymmdd; moments end in _utc; codes are compared byte by byte.

create table sequence (
    name nvarchar(40) collate Latin1_General_100_BIN2 not null constraint pk_sequence primary key,
    last bigint not null
);

insert into sequence (name, last) values ('breakdown', 0), ('series', 0), ('delivery', 0), ('run', 0);

create table feed (
    code nvarchar(100) collate Latin1_General_100_BIN2 not null constraint pk_feed primary key,
    position int not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null
);

create table catalogue_entry (
    kind nvarchar(40) collate Latin1_General_100_BIN2 not null,
    code nvarchar(100) collate Latin1_General_100_BIN2 not null,
    release_from int not null,
    release_to int not null,
    edited bit not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null,
    constraint pk_catalogue_entry primary key (kind, code, release_from)
);

create table catalogue_text (
    kind nvarchar(40) collate Latin1_General_100_BIN2 not null,
    code nvarchar(100) collate Latin1_General_100_BIN2 not null,
    part nvarchar(40) collate Latin1_General_100_BIN2 not null,
    language nvarchar(8) collate Latin1_General_100_BIN2 not null,
    release_from int not null,
    release_to int not null,
    edited bit not null,
    state nvarchar(20) collate Latin1_General_100_BIN2 not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null,
    constraint pk_catalogue_text primary key (kind, code, part, language, release_from)
);

create table breakdown (
    id bigint not null constraint pk_breakdown primary key,
    [key] nvarchar(400) collate Latin1_General_100_BIN2 not null constraint uq_breakdown_key unique
);

create table breakdown_part (
    breakdown bigint not null constraint fk_breakdown_part_breakdown references breakdown (id),
    dimension nvarchar(60) collate Latin1_General_100_BIN2 not null,
    code nvarchar(100) collate Latin1_General_100_BIN2 not null,
    constraint pk_breakdown_part primary key (breakdown, dimension)
);

create table series (
    id bigint not null constraint pk_series primary key,
    feed nvarchar(100) collate Latin1_General_100_BIN2 not null,
    indicator nvarchar(100) collate Latin1_General_100_BIN2 not null,
    variant nvarchar(100) collate Latin1_General_100_BIN2 not null,
    region nvarchar(100) collate Latin1_General_100_BIN2 not null,
    breakdown bigint not null constraint fk_series_breakdown references breakdown (id),
    frequency nvarchar(1) collate Latin1_General_100_BIN2 not null,
    constraint uq_series unique (indicator, region, variant, feed, breakdown, frequency)
);

-- Source_flag, source and note are numbers of phrase, field is a number of field_name, both of the row's delivery. Release_to is 2147483647 while current.
create table observation (
    series bigint not null,
    period_start int not null,
    period_end int not null,
    release_from int not null,
    release_to int not null,
    value bigint null,
    obs_status nvarchar(30) collate Latin1_General_100_BIN2 null,
    conf_status nvarchar(30) collate Latin1_General_100_BIN2 null,
    missing_reason nvarchar(30) collate Latin1_General_100_BIN2 null,
    source_flag int null,
    source int null,
    note int null,
    public_value bigint null,
    public_obs_status nvarchar(30) collate Latin1_General_100_BIN2 null,
    public_conf_status nvarchar(30) collate Latin1_General_100_BIN2 null,
    delivery bigint not null,
    line int not null,
    field int not null,
    constraint pk_observation primary key (series, period_start, period_end, release_from)
);

create table phrase (
    delivery bigint not null,
    number int not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null,
    constraint pk_phrase primary key (delivery, number)
);

create table field_name (
    delivery bigint not null,
    number int not null,
    body nvarchar(max) collate Latin1_General_100_BIN2 not null,
    constraint pk_field_name primary key (delivery, number)
);

create table release (
    number int not null constraint pk_release primary key,
    published_utc datetime2(7) not null,
    kind nvarchar(40) collate Latin1_General_100_BIN2 not null,
    why nvarchar(max) collate Latin1_General_100_BIN2 not null,
    feed nvarchar(100) collate Latin1_General_100_BIN2 null,
    delivery bigint null,
    withdraws int null,
    withdrawal_kind nvarchar(20) collate Latin1_General_100_BIN2 null,
    withdrawn_by int null,
    added bigint not null,
    changed bigint not null,
    closed bigint not null,
    unchanged bigint not null
);

create table stored_file (
    sha256 nvarchar(64) collate Latin1_General_100_BIN2 not null constraint pk_stored_file primary key,
    size bigint not null
);

-- Parts of 1 MiB, each compressed by itself (zlib); first_line is 1 + the line feeds before the part.
create table file_part (
    sha256 nvarchar(64) collate Latin1_General_100_BIN2 not null constraint fk_file_part_stored_file references stored_file (sha256),
    part int not null,
    first_line int not null,
    bytes varbinary(max) not null,
    constraint pk_file_part primary key (sha256, part)
);

create table delivery (
    id bigint not null constraint pk_delivery primary key,
    feed nvarchar(100) collate Latin1_General_100_BIN2 not null,
    state nvarchar(20) collate Latin1_General_100_BIN2 not null,
    file_name nvarchar(400) collate Latin1_General_100_BIN2 not null,
    place nvarchar(max) collate Latin1_General_100_BIN2 not null,
    sha256 nvarchar(64) collate Latin1_General_100_BIN2 not null constraint fk_delivery_stored_file references stored_file (sha256),
    retrieved_utc datetime2(7) not null,
    seen_again_utc datetime2(7) null,
    profile nvarchar(100) collate Latin1_General_100_BIN2 not null,
    profile_version nvarchar(64) collate Latin1_General_100_BIN2 not null,
    records bigint not null,
    out_of_scope bigint not null,
    value_count bigint not null,
    errors bigint not null,
    warnings bigint not null,
    notices bigint not null,
    scope nvarchar(20) collate Latin1_General_100_BIN2 not null,
    disclosure nvarchar(20) collate Latin1_General_100_BIN2 not null,
    release int null,
    drafted_against int null,
    span_start int null,
    span_end int null
);

-- Every value of the feed that is current at the delivery's release, within the range by (series, period_start, period_end), is stated by the delivery: brought or confirmed.
create table stated_range (
    delivery bigint not null constraint fk_stated_range_delivery references delivery (id),
    number int not null,
    first_series bigint not null,
    first_start int not null,
    first_end int not null,
    last_series bigint not null,
    last_start int not null,
    last_end int not null,
    constraint pk_stated_range primary key (delivery, number)
);

-- Lines of a delivered file with a value that is not published as it stands there.
create table withheld_line (
    delivery bigint not null constraint fk_withheld_line_delivery references delivery (id),
    line int not null,
    constraint pk_withheld_line primary key (delivery, line)
);

create table finding_count (
    delivery bigint not null constraint fk_finding_count_delivery references delivery (id),
    severity nvarchar(20) collate Latin1_General_100_BIN2 not null,
    reason nvarchar(60) collate Latin1_General_100_BIN2 not null,
    total bigint not null,
    constraint pk_finding_count primary key (delivery, severity, reason)
);

create table finding (
    delivery bigint not null constraint fk_finding_delivery references delivery (id),
    number int not null,
    line int not null,
    field nvarchar(max) collate Latin1_General_100_BIN2 not null,
    severity nvarchar(20) collate Latin1_General_100_BIN2 not null,
    reason nvarchar(60) collate Latin1_General_100_BIN2 not null,
    found nvarchar(max) collate Latin1_General_100_BIN2 not null,
    expected nvarchar(max) collate Latin1_General_100_BIN2 not null,
    constraint pk_finding primary key (delivery, number)
);

-- The difference a delivery would make: closes a current value, opens a new one, or both. Brought_by is the delivery the new value points to.
create table draft (
    delivery bigint not null constraint fk_draft_delivery references delivery (id),
    series bigint not null,
    period_start int not null,
    period_end int not null,
    closes bit not null,
    opens bit not null,
    value bigint null,
    obs_status nvarchar(30) collate Latin1_General_100_BIN2 null,
    conf_status nvarchar(30) collate Latin1_General_100_BIN2 null,
    missing_reason nvarchar(30) collate Latin1_General_100_BIN2 null,
    source_flag int null,
    source int null,
    note int null,
    public_value bigint null,
    public_obs_status nvarchar(30) collate Latin1_General_100_BIN2 null,
    public_conf_status nvarchar(30) collate Latin1_General_100_BIN2 null,
    brought_by bigint not null,
    line int not null,
    field int not null,
    constraint pk_draft primary key (delivery, series, period_start, period_end)
);

create table run (
    id bigint not null constraint pk_run primary key,
    feed nvarchar(100) collate Latin1_General_100_BIN2 not null,
    started_utc datetime2(7) not null,
    ended_utc datetime2(7) null,
    manual bit not null,
    stage nvarchar(40) collate Latin1_General_100_BIN2 not null,
    outcome nvarchar(20) collate Latin1_General_100_BIN2 not null,
    delivery bigint null,
    release int null,
    files bigint not null,
    records bigint not null,
    value_count bigint not null,
    errors bigint not null
);
go
-- What the public reads: no raw columns; signs, notes and reasons only of values that are not withheld.
create view published as
select o.series, o.period_start, o.period_end, o.release_from, o.release_to,
    o.public_value as value, o.public_obs_status as obs_status, o.public_conf_status as conf_status,
    case when o.public_conf_status is null then o.missing_reason end as missing_reason,
    case when o.public_conf_status is null then (select p.body from phrase p where p.delivery = o.delivery and p.number = o.source_flag) end as source_flag,
    (select p.body from phrase p where p.delivery = o.delivery and p.number = o.source) as source,
    case when o.public_conf_status is null then (select p.body from phrase p where p.delivery = o.delivery and p.number = o.note) end as note,
    o.delivery, o.line,
    (select f.body from field_name f where f.delivery = o.delivery and f.number = o.field) as field
from observation o;
go
-- Stored files whose publisher did the disclosure control, while released and not overtaken by a withdrawal for disclosure: lines of them may be shown where the feed is an open file.
create view open_part as
select d.id as delivery, p.part, p.first_line, p.bytes
from delivery d
join file_part p on p.sha256 = d.sha256
where d.state = 'Released' and d.disclosure = 'Publisher'
    and not exists (select 1 from release r where r.feed = d.feed and r.withdrawal_kind = 'Disclosure' and r.number > d.release);
