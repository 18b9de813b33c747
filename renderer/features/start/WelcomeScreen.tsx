import { Button } from '../../ui/Button';
import { CentredPage } from '../../ui/CentredPage';

type WelcomeScreenProps = {
  busy: boolean;
  onOpenSample: () => void;
  onStartOwn: () => void;
  onFoundOffice: () => void;
};

/** The first screen of a PC that has no record yet. */
export function WelcomeScreen({
  busy,
  onOpenSample,
  onStartOwn,
  onFoundOffice,
}: WelcomeScreenProps) {
  return (
    <CentredPage brand="育成ノート" title="はじめに、使い方を選んでください" width="wide">
      <p>
        育成ノートは、人材育成基本方針に沿った人事評価シートを、このPCの中だけで書き、PDFにするソフトです。インターネットにはつなぎません。
      </p>
      <ul className="grid grid-cols-1 gap-4 md:grid-cols-3">
        <Choice
          title="まず試す"
          text="架空の職員およそ60人の職場です。何を書いても、ご自分の記録には残りません。"
          action="見本を開く"
          look="primary"
          busy={busy}
          onPress={onOpenSample}
        />
        <Choice
          title="職員として使う"
          text="職員番号・氏名・所属を入れて、ご自分の人事評価シートを書き始めます。"
          action="自分の記録を始める"
          look="secondary"
          busy={busy}
          onPress={onStartOwn}
        />
        <Choice
          title="職員課として使う"
          text="この市役所で最初の一台にします。体系図の文言の確認など、職員課の仕事ができます。"
          action="職員課として新しく始める"
          look="secondary"
          busy={busy}
          onPress={onFoundOffice}
        />
      </ul>
      {busy && <p role="status">用意しています。しばらくお待ちください。</p>}
    </CentredPage>
  );
}

type ChoiceProps = {
  title: string;
  text: string;
  action: string;
  look: 'primary' | 'secondary';
  busy: boolean;
  onPress: () => void;
};

function Choice({ title, text, action, look, busy, onPress }: ChoiceProps) {
  return (
    <li className="flex flex-col gap-3 rounded-12 border border-solid-gray-200 bg-white p-5">
      <h2 className="text-lg font-bold">{title}</h2>
      <p className="grow text-sm leading-relaxed">{text}</p>
      <Button look={look} isDisabled={busy} onPress={onPress}>
        {action}
      </Button>
    </li>
  );
}
