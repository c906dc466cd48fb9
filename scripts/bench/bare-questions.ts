/** A statement with `?` for its values. */
export type Question = [statement: string, ...values: unknown[]]

/**
 * For each page of the portal that is measured, the least that has to be asked for it, on either engine.
 *
 * The questions of an office's page read the rows that the portal's shows, not fewer and not more; of the dashboard: the
 * counts of 24 months, all that waits, every village of the regency, and each group's latest activity today and before
 * this month.
 */
export const questions: Record<string, (asked: URLSearchParams) => Question[]> = {
  '/home': () => [
    [step, '00', today],
    [
      `select r.name, u.* from regions r left join region_rollups u on u.region_code = r.code where r.level = 'province'`,
    ],
    [
      'select g.number, g.name, r.name place from groups g join regions r on r.code = g.village_code order by registered_at desc limit 5',
    ],
  ],
  '/map': (asked) => [
    [step, asked.get('code'), today],
    [stepsBelow, asked.get('code'), today],
  ],
  '/search': (asked) => {
    const words = `%${asked.get('q') ?? ''}%`
    return [
      ['select count(*) total from groups where name_key like ?', words],
      [
        'select g.number, g.name, r.name place from groups g join regions r on r.code = g.village_code where name_key like ? order by name_key, id limit 25',
        words,
      ],
    ]
  },
  '/group': (asked) => {
    const number = asked.get('number')
    return [
      [
        'select g.*, r.name place from groups g join regions r on r.code = g.village_code where number = ?',
        number,
      ],
      [`select name, post from board_members where group_id = ${groupByNumber} and until is null`, number],
      [
        `select title, local_date from activities where group_id = ${groupByNumber} and status = 'confirmed'
         order by local_date desc, id desc limit 5`,
        number,
      ],
    ]
  },
  '/dashboard': (asked) => {
    const code = asked.get('code')
    return [
      ...endsOfMonths.map((day): Question => [step, code, day]),
      [
        `select count(*) total, min(status_since) oldest from activities where regency_code = ? and status = 'submitted'`,
        code,
      ],
      ['select status, count(*) total from applications where regency_code = ? group by status', code],
      [`select count(*) total from chair_handovers where status = 'proposed' and regency_code = ?`, code],
      [`select count(*) total from decree_renewals where status = 'submitted' and regency_code = ?`, code],
      [`select count(*) total from subdomain_requests where status = 'requested' and regency_code = ?`, code],
      [
        `select count(*) total from decrees d join group_decrees l on l.decree_id = d.id join groups g on g.id = l.group_id
         where d.valid_until between ? and ? and l.replaced_at is null and g.status <> 'closed' and g.regency_code = ?`,
        today,
        inTwoMonths,
        code,
      ],
      ['select status, count(*) total from coordination_threads where sender_code = ? group by status', code],
      [
        'select status, count(*) total from coordination_threads where recipient_code = ? group by status',
        code,
      ],
      ['select sum(sent) total from report_counts where region_code = ?', code],
      ['select * from partnership_rollups where region_code = ?', code],
      [`select count(*) total from events where office_code = ? and status = 'open'`, code],
      [`select count(*) total from event_decisions where office_code = ? and state = 'open'`, code],
      [
        `select code, name, parent_code from regions where parent_code in (select code from regions where parent_code = ?)`,
        code,
      ],
      [
        `select g.id, g.name, g.village_code, a.last_on, (select max(local_date) from activities where group_id = g.id and
         status = 'confirmed' and local_date <= ?) then_on from groups g join group_spans s on s.group_id = g.id
         left join group_activity a on a.group_id = g.id where g.regency_code = ? and s.until_date is null`,
        monthBefore,
        code,
      ],
    ]
  },
  '/activities': (asked) => {
    const code = asked.get('code')
    const page =
      'select id from activities where province_code = ? order by local_date desc, id desc limit 51'
    return [
      [
        `select a.*, g.name, v.name village, d.name district, r.name regency from (${page}) p
         join activities a on a.id = p.id join groups g on g.id = a.group_id join regions v on v.code = a.village_code
         join regions d on d.code = a.district_code join regions r on r.code = a.regency_code
         order by a.local_date desc, a.id desc`,
        code,
      ],
      ...['activity_functions', 'activity_channels', 'activity_photos'].map(
        (marks): Question => [
          `select * from ${marks} where activity_id in (select id from (${page}) p)`,
          code,
        ],
      ),
      ...['submitted', 'returned', 'confirmed', 'withdrawn'].map(
        (status): Question => [
          'select count(*) total from (select id from activities where province_code = ? and status = ? limit 1001) few',
          code,
          status,
        ],
      ),
      ['select code, name from regions where parent_code = ? order by name', code],
    ]
  },
  '/activities-sought': (asked) => {
    const words = `%${asked.get('q') ?? ''}%`
    return [
      [
        `select a.*, g.name from (select * from activities where province_code = ? order by local_date desc, id desc
         limit 10000) a join groups g on g.id = a.group_id where a.title_key like ? or g.name_key like ?
         order by a.local_date desc, a.id desc limit 51`,
        asked.get('code'),
        words,
        words,
      ],
    ]
  },
  '/mapping': (asked) => {
    const [id, code] = [asked.get('id'), asked.get('code')]
    return [
      ['select * from mappings where id = ?', id],
      [
        `select r.name, c.* from regions r left join mapping_counts c on c.district_code = r.code and c.mapping_id = ?
         where r.parent_code = ?`,
        id,
        code,
      ],
      [
        `select parent_code, count(*) villages, count(*) filter (where not exists (select 1 from mapping_rows
         where mapping_id = ? and state = 'live' and village_code = v.code)) uncovered from regions v
         where parent_code in (select code from regions where parent_code = ?) group by parent_code`,
        id,
        code,
      ],
      [
        `select count(distinct i.row_id) invited, count(distinct a.id) started, count(distinct a.group_id) registered
         from mapping_invitations i left join applications a on a.id = i.application_id where i.mapping_id = ?`,
        id,
      ],
    ]
  },
  '/mapping-rows': (asked) => {
    const id = asked.get('id')
    return [
      ['select * from mappings where id = ?', id],
      [
        `select m.*, v.name village, d.name district from mapping_rows m join regions v on v.code = m.village_code
         join regions d on d.code = v.parent_code where mapping_id = ? and state = 'live'
         order by village_code, name_key limit 51`,
        id,
      ],
      ['select * from mapping_counts where mapping_id = ?', id],
      ['select code, name from community_kinds'],
      [
        'select code, name from regions where parent_code = (select regency_code from mappings where id = ?)',
        id,
      ],
    ]
  },
  '/board': (asked) => {
    const code = asked.get('code')
    const below = 'select code from regions where parent_code = ?'
    return [
      [step, code, today],
      [stepsBelow, code, today],
      [stepsBelow, code, lastMonth],
      [
        `select regency_code, count(*) districts from regions where province_code = ? and level = 'district'
         group by regency_code`,
        code,
      ],
      [
        `select r.code, (select status from mappings where regency_code = r.code order by created_at desc limit 1) status
         from regions r where r.parent_code = ?`,
        code,
      ],
      [
        `select regency_code, status, count(*) total, min(due_at) due from applications where province_code = ?
         and status in ('submitted', 'under_review') group by regency_code, status`,
        code,
      ],
      [
        `select regency_code, (decided_at - submitted_at) / 86400000 days, count(*) total from applications
         where regency_code in (${below}) and status in ('approved', 'rejected') and decided_at >= ?
         group by regency_code, days`,
        code,
        Date.parse(monthBefore),
      ],
      [
        'select recipient_code, max(last_at) at from coordination_threads where sender_code = ? group by recipient_code',
        code,
      ],
      [
        `select e.regency_code, max(o.starts_at) at from events o join event_regencies e on e.event_id = o.id
         where o.office_code = ? group by e.regency_code`,
        code,
      ],
      [`select * from partnership_rollups where region_code in (${below})`, code],
      [reportsBelow, lastMonth, code],
    ]
  },
  '/recap': (asked) => [
    [
      `select r.name, c.* from regions r join activity_counts c on c.region_code = r.code
       where r.code in (select code from regions where parent_code = ? union all select code from regions where code = ?)
       and c.month = ?`,
      asked.get('code'),
      asked.get('code'),
      lastMonth.slice(0, 7),
    ],
  ],
  '/reports': (asked) => {
    const code = asked.get('code')
    return [
      [reportsBelow, lastMonth, code],
      [stepsBelow, code, monthBefore],
      [
        `select * from report_approvals where kind = 'month' and from_date = ?
         and region_code in (select code from regions where parent_code = ?)`,
        lastMonth,
        code,
      ],
      ['select sum(sent) total from report_counts where region_code = ?', code],
      ...endsOfMonths.slice(1, 13).map((day): Question => [step, code, day]),
      [
        `select * from report_counts where region_code = ? and kind = 'month' order by from_date desc limit 12`,
        code,
      ],
    ]
  },
}

const step =
  'select * from coverage_steps where region_code = ? and from_date <= ? order by from_date desc limit 1'
// The region's own code in the inner question: with the step's, every step of each region is read.
const stepsBelow = `select r.name, s.* from regions r join coverage_steps s on s.region_code = r.code where r.parent_code = ?
   and s.from_date = (select max(from_date) from coverage_steps where region_code = r.code and from_date <= ?)`
const reportsBelow = `select r.name, c.* from regions r left join report_counts c on c.region_code = r.code and c.kind = 'month'
   and c.from_date = ? where r.parent_code = ?`
const groupByNumber = '(select id from groups where number = ?)'

const today = new Date().toISOString().slice(0, 10)
const endsOfMonths = Array.from({ length: 25 }, (_, ago) =>
  ago === 0
    ? today
    : new Date(Date.UTC(+today.slice(0, 4), +today.slice(5, 7) - ago, 0)).toISOString().slice(0, 10),
)
const inTwoMonths = new Date(Date.now() + 60 * 86_400_000).toISOString().slice(0, 10)
const monthBefore = endsOfMonths[1] ?? ''
const lastMonth = `${monthBefore.slice(0, 7)}-01`
