-- A delivery to be released at a set minute. State: Open, Done, Cancelled, Failed. Based_on is the feed's release that its preview was compared with (0: none).
create table release_order (
    id bigint not null constraint pk_release_order primary key,
    delivery bigint not null,
    at_utc datetime2(7) not null,
    based_on int not null,
    why nvarchar(max) collate Latin1_General_100_BIN2 not null,
    why_language nvarchar(8) collate Latin1_General_100_BIN2 null,
    ordered_by bigint null,
    ordered_name nvarchar(200) collate Latin1_General_100_BIN2 not null,
    ordered_utc datetime2(7) not null,
    state nvarchar(20) collate Latin1_General_100_BIN2 not null,
    fault nvarchar(40) collate Latin1_General_100_BIN2 null
);

insert into sequence (name, last) values ('release_order', 0);

-- The release that a restoration puts back.
alter table release add restores int null;
