-- The figures of one period, one statement for each table of the return, as somebody would write them by hand.
-- :network, :first, :last; of each group: every row, those not voided, those that the counting rule counts.

-- channel
SELECT point_id, organisation_id, month, channel, '', NULL,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY point_id, organisation_id, month, channel;

-- visitor
SELECT point_id, organisation_id, month, visitor_type, iif(professional, 'professional', 'citizen'), NULL,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY point_id, organisation_id, month, visitor_type, professional;

-- for_whom
SELECT point_id, organisation_id, month, for_whom, '', NULL,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY point_id, organisation_id, month, for_whom;

-- life_phase
SELECT point_id, organisation_id, month, life_phase, iif(professional, 'professional', 'citizen'), NULL,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY point_id, organisation_id, month, life_phase, professional;

-- service
SELECT point_id, organisation_id, month, service, '', NULL,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY point_id, organisation_id, month, service;

-- outcome
SELECT point_id, organisation_id, month, outcome, '', handed_to_id,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY point_id, organisation_id, month, outcome, handed_to_id;

-- source
SELECT point_id, organisation_id, month, source, contact_type, NULL,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY point_id, organisation_id, month, source, contact_type;

-- quality
SELECT point_id, organisation_id, month,
       iif((professional OR life_phase NOT IN ('', 'ND', 'NR', 'ANON'))
           AND (contact_type <> 'PRIMO' OR source NOT IN ('', 'ND', 'NR', 'ANON'))
           AND visitor_type NOT IN ('', 'ND', 'NR', 'ANON'), 'complete', 'incomplete'),
       iif(days_to_record <= 3, 'in_time', 'late'), NULL,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY 1, 2, 3, 4, 5;

-- need
SELECT point_id, organisation_id, month, need, '', NULL,
       count(*), count(*) FILTER (WHERE voided_at IS NULL), count(*) FILTER (WHERE voided_at IS NULL AND NOT seen_today)
  FROM intake_contact JOIN intake_request ON contact_id = intake_contact.id
 WHERE network_id = :network AND happened_on BETWEEN :first AND :last
 GROUP BY point_id, organisation_id, month, need;
