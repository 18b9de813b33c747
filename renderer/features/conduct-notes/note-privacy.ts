/** Who can read a note, said wherever one is written or read. */
export const PRIVACY_WORDS =
  'この記録は、あなたのこのPCの中だけにあります。ほかの人の画面・ファイル・紙には、記録があることも出ません。';
