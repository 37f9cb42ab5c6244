-- Names are those of the words in docs; days are whole numbers yyyymmdd; moments end in _utc; codes are compared byte by byte.

create table sequence (
    name text not null constraint pk_sequence primary key,
    last integer not null
);

insert into sequence (name, last) values ('breakdown', 0), ('series', 0), ('delivery', 0), ('run', 0);

create table feed (
    code text not null constraint pk_feed primary key,
    position integer not null,
    body text not null
);

create table catalogue_entry (
    kind text not null,
    code text not null,
    release_from integer not null,
    release_to integer not null,
    edited integer not null,
    body text not null,
    constraint pk_catalogue_entry primary key (kind, code, release_from)
) without rowid;

create table catalogue_text (
    kind text not null,
    code text not null,
    part text not null,
    language text not null,
    release_from integer not null,
    release_to integer not null,
    edited integer not null,
    state text not null,
    body text not null,
    constraint pk_catalogue_text primary key (kind, code, part, language, release_from)
) without rowid;

create table breakdown (
    id integer not null constraint pk_breakdown primary key,
    [key] text not null constraint uq_breakdown_key unique
);

create table breakdown_part (
    breakdown integer not null constraint fk_breakdown_part_breakdown references breakdown (id),
    dimension text not null,
    code text not null,
    constraint pk_breakdown_part primary key (breakdown, dimension)
) without rowid;

create table series (
    id integer not null constraint pk_series primary key,
    feed text not null,
    indicator text not null,
    variant text not null,
    region text not null,
    breakdown integer not null constraint fk_series_breakdown references breakdown (id),
    frequency text not null,
    constraint uq_series unique (indicator, region, variant, feed, breakdown, frequency)
);

-- Source_flag, source and note are numbers of phrase, field is a number of field_name, both of the row's delivery. Release_to is 2147483647 while current.
create table observation (
    series integer not null,
    period_start integer not null,
    period_end integer not null,
    release_from integer not null,
    release_to integer not null,
    value integer,
    obs_status text,
    conf_status text,
    missing_reason text,
    source_flag integer,
    source integer,
    note integer,
    public_value integer,
    public_obs_status text,
    public_conf_status text,
    delivery integer not null,
    line integer not null,
    field integer not null,
    constraint pk_observation primary key (series, period_start, period_end, release_from)
) without rowid;

create table phrase (
    delivery integer not null,
    number integer not null,
    body text not null,
    constraint pk_phrase primary key (delivery, number)
) without rowid;

create table field_name (
    delivery integer not null,
    number integer not null,
    body text not null,
    constraint pk_field_name primary key (delivery, number)
) without rowid;

create table release (
    number integer not null constraint pk_release primary key,
    published_utc text not null,
    kind text not null,
    why text not null,
    feed text,
    delivery integer,
    withdraws integer,
    withdrawal_kind text,
    withdrawn_by integer,
    added integer not null,
    changed integer not null,
    closed integer not null,
    unchanged integer not null
);

create table stored_file (
    sha256 text not null constraint pk_stored_file primary key,
    size integer not null
) without rowid;

-- Parts of 1 MiB, each compressed by itself (zlib); first_line is 1 + the line feeds before the part.
create table file_part (
    sha256 text not null constraint fk_file_part_stored_file references stored_file (sha256),
    part integer not null,
    first_line integer not null,
    bytes blob not null,
    constraint pk_file_part primary key (sha256, part)
);

create table delivery (
    id integer not null constraint pk_delivery primary key,
    feed text not null,
    state text not null,
    file_name text not null,
    place text not null,
    sha256 text not null constraint fk_delivery_stored_file references stored_file (sha256),
    retrieved_utc text not null,
    seen_again_utc text,
    profile text not null,
    profile_version text not null,
    records integer not null,
    out_of_scope integer not null,
    value_count integer not null,
    errors integer not null,
    warnings integer not null,
    notices integer not null,
    scope text not null,
    disclosure text not null,
    release integer,
    drafted_against integer,
    span_start integer,
    span_end integer
);

-- Every value of the feed that is current at the delivery's release, within the range by (series, period_start, period_end), is stated by the delivery: brought or confirmed.
create table stated_range (
    delivery integer not null constraint fk_stated_range_delivery references delivery (id),
    number integer not null,
    first_series integer not null,
    first_start integer not null,
    first_end integer not null,
    last_series integer not null,
    last_start integer not null,
    last_end integer not null,
    constraint pk_stated_range primary key (delivery, number)
) without rowid;

-- Lines of a delivered file with a value that is not published as it stands there.
create table withheld_line (
    delivery integer not null constraint fk_withheld_line_delivery references delivery (id),
    line integer not null,
    constraint pk_withheld_line primary key (delivery, line)
) without rowid;

create table finding_count (
    delivery integer not null constraint fk_finding_count_delivery references delivery (id),
    severity text not null,
    reason text not null,
    total integer not null,
    constraint pk_finding_count primary key (delivery, severity, reason)
) without rowid;

create table finding (
    delivery integer not null constraint fk_finding_delivery references delivery (id),
    number integer not null,
    line integer not null,
    field text not null,
    severity text not null,
    reason text not null,
    found text not null,
    expected text not null,
    constraint pk_finding primary key (delivery, number)
) without rowid;

-- The difference a delivery would make: closes a current value, opens a new one, or both. Brought_by is the delivery the new value points to.
create table draft (
    delivery integer not null constraint fk_draft_delivery references delivery (id),
    series integer not null,
    period_start integer not null,
    period_end integer not null,
    closes integer not null,
    opens integer not null,
    value integer,
    obs_status text,
    conf_status text,
    missing_reason text,
    source_flag integer,
    source integer,
    note integer,
    public_value integer,
    public_obs_status text,
    public_conf_status text,
    brought_by integer not null,
    line integer not null,
    field integer not null,
    constraint pk_draft primary key (delivery, series, period_start, period_end)
) without rowid;

create table run (
    id integer not null constraint pk_run primary key,
    feed text not null,
    started_utc text not null,
    ended_utc text,
    manual integer not null,
    stage text not null,
    outcome text not null,
    delivery integer,
    release integer,
    files integer not null,
    records integer not null,
    value_count integer not null,
    errors integer not null
);

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

-- Stored files whose publisher did the disclosure control, while released and not overtaken by a withdrawal for disclosure: lines of them may be shown where the feed is an open file.
create view open_part as
select d.id as delivery, p.part, p.first_line, p.bytes
from delivery d
join file_part p on p.sha256 = d.sha256
where d.state = 'Released' and d.disclosure = 'Publisher'
    and not exists (select 1 from release r where r.feed = d.feed and r.withdrawal_kind = 'Disclosure' and r.number > d.release);
