-- Outlines of regions for maps, as the operator imported them; no figures, so not part of any release. Rings in hundred-thousandths of a degree, apart by semicolons.
create table boundary (
    region nvarchar(100) collate Latin1_General_100_BIN2 not null constraint pk_boundary primary key,
    rings nvarchar(max) not null,
    licence nvarchar(400) null,
    credit nvarchar(400) null,
    imported_utc datetime2(7) not null
);
