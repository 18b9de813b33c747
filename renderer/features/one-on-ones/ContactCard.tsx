import { Card } from '../../ui/Card';

/** ハラスメント・健康相談窓口, as 職員課 keeps it: shown wherever people talk. */
export function ContactCard({ text }: { text: string }) {
  return (
    <Card title="ハラスメント・健康相談窓口">
      <p className="text-sm whitespace-pre-wrap">{text}</p>
    </Card>
  );
}
