import type { ChoiceList } from './choices.schema'

const OURS = 'Bawaan portal, dapat diubah'
const PRIORITIES_2025 =
  'Topik prioritas komunikasi publik 2025 menurut pemberitaan KIMFest 2025 (headline.co.id)'
const PARTNER = 'Disebut sebagai mitra dalam pemberitaan tentang KIM'
const COMMUNITY = 'Disebut sebagai mitra atau komunitas dalam pemberitaan tentang KIM'
const BRIEF = 'Disebut penyusun portal; belum ditemukan dalam peraturan maupun pemberitaan'

/** What can be chosen from the first day on. Administrators add and end choices afterwards. */
export const initialChoices: Record<ChoiceList, { code: string; name: string; source: string }[]> = {
  topics: [
    { code: 'layanan-publik', name: 'Layanan publik dan administrasi', source: OURS },
    { code: 'kesehatan', name: 'Kesehatan', source: OURS },
    { code: 'stunting', name: 'Stunting', source: PRIORITIES_2025 },
    { code: 'tbc', name: 'Tuberkulosis (TBC)', source: PRIORITIES_2025 },
    { code: 'cek-kesehatan-gratis', name: 'Cek Kesehatan Gratis', source: PRIORITIES_2025 },
    { code: 'makan-bergizi-gratis', name: 'Makan Bergizi Gratis', source: PRIORITIES_2025 },
    { code: 'koperasi-merah-putih', name: 'Koperasi Desa/Kelurahan Merah Putih', source: PRIORITIES_2025 },
    { code: 'sekolah-rakyat', name: 'Sekolah Rakyat', source: PRIORITIES_2025 },
    {
      code: 'anak-di-ruang-digital',
      name: 'Pelindungan anak di ruang digital (PP 17/2025)',
      source: PRIORITIES_2025,
    },
    { code: 'pendidikan', name: 'Pendidikan', source: OURS },
    { code: 'umkm', name: 'UMKM dan ekonomi warga', source: OURS },
    { code: 'pertanian', name: 'Pertanian, perikanan dan peternakan', source: OURS },
    { code: 'bencana', name: 'Kebencanaan dan cuaca', source: OURS },
    { code: 'hoaks', name: 'Klarifikasi hoaks dan literasi digital', source: OURS },
    { code: 'wisata-budaya', name: 'Wisata, seni dan budaya', source: OURS },
    { code: 'pemerintahan-desa', name: 'Pemerintahan dan pembangunan desa', source: OURS },
    { code: 'lingkungan', name: 'Lingkungan dan kebersihan', source: OURS },
    { code: 'keamanan', name: 'Keamanan dan ketertiban', source: OURS },
    { code: 'lainnya', name: 'Lainnya', source: OURS },
  ],
  partnerKinds: [
    { code: 'media-massa', name: 'Media massa', source: PARTNER },
    { code: 'perguruan-tinggi', name: 'Perguruan tinggi', source: PARTNER },
    { code: 'perangkat-daerah', name: 'Perangkat daerah dan kecamatan', source: PARTNER },
    { code: 'kementerian-lembaga', name: 'Kementerian dan lembaga', source: PARTNER },
    {
      code: 'organisasi-kemasyarakatan',
      name: 'Organisasi kemasyarakatan (Karang Taruna, PKK …)',
      source: PARTNER,
    },
    { code: 'forum-kim', name: 'Forum KIM', source: PARTNER },
    { code: 'relawan-tik', name: 'Relawan TIK', source: PARTNER },
    { code: 'saka-milenial', name: 'Saka Milenial', source: PARTNER },
    { code: 'pertunjukan-rakyat', name: 'Pertunjukan rakyat (Pertura)', source: PARTNER },
    { code: 'desa', name: 'Desa, kelurahan atau kampung', source: PARTNER },
    { code: 'dunia-usaha', name: 'Dunia usaha', source: BRIEF },
    { code: 'pertuni', name: 'Pertuni (Persatuan Tunanetra Indonesia)', source: BRIEF },
    { code: 'forkopimda', name: 'Forkopimda', source: BRIEF },
    { code: 'komunitas', name: 'Komunitas', source: OURS },
    { code: 'sekolah', name: 'Sekolah dan madrasah', source: OURS },
    { code: 'lainnya', name: 'Lainnya', source: OURS },
  ],
  communityKinds: [
    { code: 'karang-taruna', name: 'Karang Taruna', source: COMMUNITY },
    { code: 'pkk', name: 'PKK', source: COMMUNITY },
    { code: 'pokdarwis', name: 'Pokdarwis (kelompok sadar wisata)', source: COMMUNITY },
    { code: 'kelompok-tani', name: 'Kelompok tani, ternak atau nelayan', source: COMMUNITY },
    { code: 'relawan-tik', name: 'Relawan TIK', source: COMMUNITY },
    { code: 'saka-milenial', name: 'Saka Milenial', source: COMMUNITY },
    { code: 'pertunjukan-rakyat', name: 'Pertunjukan rakyat (Pertura) dan sanggar', source: COMMUNITY },
    { code: 'media-warga', name: 'Media warga dan radio komunitas', source: OURS },
    { code: 'pemuda-keagamaan', name: 'Pemuda dan kelompok keagamaan', source: OURS },
    { code: 'umkm', name: 'Kelompok usaha dan koperasi warga', source: OURS },
    { code: 'adat', name: 'Lembaga dan kelompok adat', source: OURS },
    { code: 'lainnya', name: 'Lainnya', source: OURS },
  ],
}
