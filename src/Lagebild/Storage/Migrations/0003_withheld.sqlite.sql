-- The release that withheld a value which had been shown, for disclosure; null where it was never shown, or still is. What was handed out between release_from and then is gone.
alter table observation add withheld_by integer;

-- What earlier withdrawals withheld: nothing else hides a value that its source did not.
update observation
set withheld_by = (
    select min(w.number)
    from release w
    join release r on r.number = w.withdraws
    join stated_range t on t.delivery = r.delivery
    where w.withdrawal_kind = 'Disclosure' and w.number > observation.release_from
        and observation.series >= t.first_series and observation.series <= t.last_series)
where public_conf_status is not null and conf_status is null;

drop view published;

-- What the public reads: no raw columns; signs, notes and reasons only of values that are not withheld.
create view published as
select o.series, o.period_start, o.period_end, o.release_from, o.release_to,
    o.public_value as value, o.public_obs_status as obs_status, o.public_conf_status as conf_status,
    case when o.public_conf_status is null then o.missing_reason end as missing_reason,
    case when o.public_conf_status is null then (select p.body from phrase p where p.delivery = o.delivery and p.number = o.source_flag) end as source_flag,
    (select p.body from phrase p where p.delivery = o.delivery and p.number = o.source) as source,
    case when o.public_conf_status is null then (select p.body from phrase p where p.delivery = o.delivery and p.number = o.note) end as note,
    o.delivery, o.line,
    (select f.body from field_name f where f.delivery = o.delivery and f.number = o.field) as field,
    o.withheld_by
from observation o;
