-- A delivery to be released at a set minute. State: Open, Done, Cancelled, Failed. Based_on is the feed's release that its preview was compared with (0: none).
create table release_order (
    id integer not null constraint pk_release_order primary key,
    delivery integer not null,
    at_utc text not null,
    based_on integer not null,
    why text not null,
    why_language text,
    ordered_by integer,
    ordered_name text not null,
    ordered_utc text not null,
    state text not null,
    fault text
);

insert into sequence (name, last) values ('release_order', 0);

-- The release that a restoration puts back.
alter table release add column restores integer;
