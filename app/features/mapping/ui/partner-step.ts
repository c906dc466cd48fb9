/** Where an office goes on with a community that should be its partner: a KIM is one already, a candidate is kept first. */
export function partnerStep({ id, groupId }: { id: string; groupId: string | null }) {
  return groupId
    ? { to: `/dinas/kemitraan/baru?kim=${groupId}`, label: 'Usulkan kemitraan' }
    : { to: `/dinas/mitra/baru?baris=${id}`, label: 'Catat sebagai mitra' }
}
