-- Groups that were registered before spans were kept: one span each, until the day of their last change when that ended it.
INSERT INTO group_spans (group_id, from_date, until_date)
SELECT g.id,
  to_char(to_timestamp(g.registered_at / 1000 + z.hours * 3600) AT TIME ZONE 'UTC', 'YYYY-MM-DD'),
  CASE WHEN g.status = 'registered' THEN NULL
    ELSE to_char(to_timestamp(g.status_since / 1000 + z.hours * 3600) AT TIME ZONE 'UTC', 'YYYY-MM-DD') END
FROM groups g
JOIN (SELECT code, CASE zone WHEN 'WIB' THEN 7 WHEN 'WITA' THEN 8 ELSE 9 END AS hours FROM regions) z
  ON z.code = g.village_code;
