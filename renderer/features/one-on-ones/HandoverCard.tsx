import { useState } from 'react';
import { useStore } from '../../data/store-context';
import type { HandoverOffer } from '../../data/talk-overview-queries';
import { consentHandover } from '../../data/talk-pair-commands';
import { problemOf } from '../../platform/problem';
import { notify, notifyProblem } from '../../state/notifications';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { CheckField } from '../../ui/CheckField';
import { lineTitle, politeWords, whenWords } from './talk-line-words';

/** The person says which talks with her former supervisor the new one may read. */
export function HandoverCard({ offer }: { offer: HandoverOffer }) {
  const store = useStore();
  const { former, to, isPresent, talks, circleId } = offer;
  const [chosen, setChosen] = useState(() =>
    talks.filter((one) => one.chosen).map(({ line }) => line.id),
  );

  async function save() {
    try {
      await consentHandover(store, { circleId, toId: to.id, talkIds: chosen });
      const title =
        chosen.length === 0
          ? `${to.name} さんには引き継ぎません`
          : `${chosen.length}回分を ${to.name} さんに引き継ぎます`;
      notify({ tone: 'success', title });
    } catch (error) {
      notifyProblem(problemOf(error));
    }
  }

  return (
    <Card title={`${politeWords(former)}と話したことの引継ぎ`}>
      <p className="text-sm">
        {isPresent
          ? `いまの上司は ${politeWords(to)}です。`
          : `${politeWords(to)}は、いまはあなたの上司ではありません。選択を外して押すと、引継ぎを取り消せます。`}
        選んだ回の「共有の記録」と、済んでいない「約束」だけを
        {to.name}{' '}
        さんも読めるようになります。話題、メモ、振り返り、相談と職場復帰支援の面談は引き継がれません。
      </p>
      <ul className="mt-3 flex flex-col gap-2">
        {talks.map(({ line, hasHealth }) => (
          <li key={line.id}>
            <CheckField
              label={`${whenWords(line)}　${lineTitle(line)}`}
              checked={chosen.includes(line.id)}
              onChange={(checked) =>
                setChosen(checked ? [...chosen, line.id] : chosen.filter((id) => id !== line.id))
              }
              {...(hasHealth ? { description: '健康の話題がある回です。' } : {})}
            />
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <Button onPress={() => void save()}>
          {isPresent ? 'この内容で引き継ぐ' : 'この内容にする'}
        </Button>
      </div>
    </Card>
  );
}
