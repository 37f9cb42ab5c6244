-- Outlines of regions for maps, as the operator imported them; no figures, so not part of any release. Rings in hundred-thousandths of a degree, apart by semicolons.
create table boundary (
    region text not null constraint pk_boundary primary key,
    rings text not null,
    licence text,
    credit text,
    imported_utc text not null
) without rowid;
