import { meeting, radio, type Story, social, use, whatsapp } from './story'

/** What the groups of Kabupaten Pacitan did in the week of the flood. */
export const flood: Story = {
  topic: 'bencana',
  weight: 1,
  titles: [
    ({ village }) => `Banjir ${village}: titik genangan dan jalur yang dapat dilalui`,
    ({ village }) => `Posko dan dapur umum ${village}`,
    () => 'Daftar kebutuhan pengungsi hari ini',
    ({ district }) => `Perkembangan tinggi air di ${district}`,
    ({ village }) => `Permintaan perahu dan air bersih dari ${village}`,
    () => 'Meluruskan kabar tanggul jebol',
  ],
  stories: [
    ({ village }) =>
      `Kami memperbarui keadaan di ${village} setiap tiga jam: jalan yang tergenang, rumah yang kosong, dan warga yang perlu dijemput. Data diteruskan ke posko kabupaten.`,
    () =>
      'Kebutuhan warga kami catat dari rumah ke rumah dan serahkan ke posko: selimut, popok, obat, air bersih. Yang sudah terpenuhi langsung dicoret supaya bantuan tidak menumpuk.',
    () =>
      'Pengurus berbagi tugas dengan Tagana dan karang taruna: satu di posko, satu di lapangan, satu menjawab pertanyaan keluarga di luar kota.',
  ],
  functions: [
    ['networking', 'aspirasi'],
    ['diseminasi', 'networking'],
    ['aspirasi'],
    ['akses', 'diseminasi', 'networking'],
  ],
  channels: [use(whatsapp), use(whatsapp, radio), use(meeting), use(social, radio)],
  reach: [80, 1500],
  sources: ['members', 'guess', 'platform_statistics'],
  partners: ['BPBD Kabupaten Pacitan, Tagana', 'Tagana, karang taruna, puskesmas', 'BPBD, PMI'],
  scene: 'river',
}
