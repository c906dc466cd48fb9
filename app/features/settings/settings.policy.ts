import { type Actor, may, mayIn, type Scoped } from '~/features/identity/actor'
import { allow, type Decision, deny } from '~/platform/decision'
import { notFound } from '~/platform/errors'
import { type SettingKey, settingDefinitions } from './settings.schema'

/** Administrators set everything everywhere; a regency sets what is regional, for itself. */
export function canSetSetting(actor: Actor, key: SettingKey, regency: Scoped | null): Decision {
  if (may(actor, 'admin.manage')) return allow
  if (!regency || !mayIn(actor, 'settings.region', regency)) return { allowed: false, error: notFound() }
  if (settingDefinitions[key].regional) return allow
  return deny(
    'setting_not_regional',
    403,
    'Pengaturan ini hanya dapat diubah oleh administrator untuk semua daerah. Hubungi administrator portal.',
  )
}
