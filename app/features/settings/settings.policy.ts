import { type Actor, may, mayIn, type Scoped } from '~/features/identity/actor'
import { allow, type Decision, deny } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import { mayDiffer, type SettingKey } from './settings.schema'

/** Administrators set everything wherever it may differ; a regency what may differ by regency, for itself. */
export function canSetSetting(
  actor: Actor,
  key: SettingKey,
  regionCode: string,
  regency: Scoped | null,
): Decision {
  const isAdmin = may(actor, 'admin.manage')
  if (!isAdmin && !(regency && mayIn(actor, 'settings.region', regency))) {
    return { allowed: false, error: notFound() }
  }
  if (mayDiffer(key, regionCode)) return allow
  return deny(
    'setting_not_regional',
    403,
    isAdmin
      ? 'Pengaturan ini tidak dapat dibedakan untuk daerah ini. Tetapkan untuk daerah yang lebih luas.'
      : 'Pengaturan ini hanya dapat diubah oleh administrator untuk semua daerah. Hubungi administrator portal.',
  )
}
