import { jsonNotFound } from '~/platform/http/json.server'
import { pageLoader } from '~/routes/door'

/** Every other address below `/api/`: machines are answered in JSON too when there is nothing. */
export const loader = pageLoader({ access: 'public' }, () =>
  jsonNotFound(
    'Alamat ini tidak ada. Yang tersedia: /api/v1/wilayah/<kode>, /api/v1/kim dan /api/v1/kim/<nomor>.',
  ),
)
