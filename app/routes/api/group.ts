import { z } from 'zod'
import { fullGroupFacts } from '~/features/groups/group-facts'
import { RegistrationNumber } from '~/features/groups/groups.schema'
import { publicGroup } from '~/features/groups/public-group.queries.server'
import { jsonNotFound, publicJson } from '~/platform/http/json.server'
import { pageLoader } from '~/routes/door'

/** `GET /api/v1/kim/<nomor>`: one group with what it agreed to show, or 404 `{kode, pesan}`. */
export const loader = pageLoader(
  { access: 'public', params: z.object({ number: z.string() }) },
  async ({ params, request, services }) => {
    const number = RegistrationNumber.safeParse(params.number)
    const group = number.success ? await publicGroup(services, number.data) : null
    return group
      ? publicJson(request, fullGroupFacts(group, services.config.publicUrl))
      : jsonNotFound('Tidak ada KIM dengan nomor registrasi ini. Nomor registrasi terdiri atas 12 angka.')
  },
)
