import { useState } from 'react';
import { useParams } from 'react-router';
import type { Post } from '../../../shared/domain/career/post';
import {
  GROWTH_YEARS,
  monthsWords,
  type RotationState,
  STEP_YEARS,
  spanWords,
} from '../../../shared/domain/career/post-history';
import { workFieldLabels } from '../../../shared/domain/career/work-field';
import { confirmPost, setPostRemoved } from '../../data/post-commands';
import { loadPosts, type PostsView } from '../../data/post-queries';
import { useStore } from '../../data/store-context';
import { useLiveQuery } from '../../data/use-live-query';
import { localToday } from '../../platform/local-time';
import { problemOf } from '../../platform/problem';
import { notifyProblem } from '../../state/notifications';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { ErrorNotice } from '../../ui/ErrorNotice';
import { Notice } from '../../ui/Notice';
import { Spinner } from '../../ui/Spinner';
import { TextLink } from '../../ui/TextLink';
import { CareerNav } from './CareerNav';
import { PostForm } from './PostForm';
import { PostTimeline } from './PostTimeline';

const cell = 'px-2 py-2 text-left align-baseline';

/** The posts that somebody has held: my own, or of a person whose history I may read. */
export function PostsPage() {
  const { staffId = null } = useParams();
  const view = useLiveQuery(
    (store) => Promise.resolve(loadPosts(store, { staffId, today: localToday() })),
    [staffId],
  );
  return (
    <div className="page-width flex flex-col gap-4">
      <CareerNav />
      {view.state === 'loading' && <Spinner label="職歴を読んでいます" />}
      {view.state === 'failed' && <ErrorNotice problem={problemOf(view.error)} />}
      {view.state === 'ready' && <Posts key={view.value.person.id} view={view.value} />}
    </div>
  );
}

function Posts({ view }: { view: PostsView }) {
  const { person, viewer, posts, rotation, experience, writes } = view;
  const [editing, setEditing] = useState<Post | 'new' | null>(null);
  const own = viewer.includes('self');
  return (
    <>
      <div>
        <h1 className="text-2xl font-bold">{own ? '職歴' : `${person.name}さんの職歴`}</h1>
        {!own && (
          <p className="text-sm text-solid-gray-700">
            {person.unit}　{person.jobTitle}
            <TextLink href={`/career/people/${person.id}`} className="ml-4">
              キャリアプランを見る
            </TextLink>
          </p>
        )}
      </div>
      <Card title="ジョブ・ローテーション">
        <p className="mb-2 text-sm">{rotationWords(rotation)}</p>
        {rotation.since !== null && (
          <PostTimeline
            posts={posts.filter(({ state }) => state === 'confirmed')}
            since={rotation.since}
            today={localToday()}
          />
        )}
      </Card>
      <Card title="分野ごとの経験">
        {experience.length === 0 ? (
          <p className="text-sm">分野の書かれた職歴がありません。</p>
        ) : (
          <dl className="flex flex-wrap gap-x-8 gap-y-1 text-sm">
            {experience.map(({ field, months }) => (
              <div key={field} className="flex gap-2">
                <dt>{workFieldLabels[field]}</dt>
                <dd className="font-bold">{monthsWords(months)}</dd>
              </div>
            ))}
          </dl>
        )}
      </Card>
      <Card title="職歴の一覧" className="flex flex-col gap-3">
        {writes === 'proposed' && (
          <p className="text-sm text-solid-gray-700">
            足りない職歴を書くと、職員課が確かめてから加わります。
          </p>
        )}
        <PostTable view={view} onEdit={setEditing} />
        {writes !== null && editing === null && (
          <div>
            <Button onPress={() => setEditing('new')}>職歴を加える</Button>
          </div>
        )}
        {editing !== null && (
          <PostForm
            key={editing === 'new' ? 'new' : editing.id}
            staffId={person.id}
            post={editing === 'new' ? null : editing}
            units={view.units}
            proposes={writes === 'proposed'}
            onClose={() => setEditing(null)}
          />
        )}
      </Card>
    </>
  );
}

type PostTableProps = { view: PostsView; onEdit: (post: Post) => void };

function PostTable({ view: { posts, removed, writes }, onEdit }: PostTableProps) {
  const store = useStore();
  const [taken, setTaken] = useState<Post | null>(null);
  const mayEdit = (post: Post) => writes === 'confirmed' || writes === post.state;
  const run = (work: Promise<unknown>) =>
    work.catch((error: unknown) => notifyProblem(problemOf(error)));
  const back = removed.find(({ id }) => id === taken?.id);

  return (
    <>
      {back !== undefined && (
        <Notice
          tone="info"
          title={`「${back.unitName}」を取り除きました`}
          onClose={() => setTaken(null)}
          actions={
            <Button size="small" onPress={() => void run(setPostRemoved(store, back.id, false))}>
              元に戻す
            </Button>
          }
        />
      )}
      {posts.length === 0 ? (
        <p className="text-sm">まだ職歴がありません。</p>
      ) : (
        <div className="overflow-x-auto">
          <table className="w-full text-sm">
            <caption className="sr-only">職歴の一覧</caption>
            <thead>
              <tr className="border-b border-solid-gray-300">
                {['期間', '所属', '職位・職名', '担当', '分野', ''].map((name) => (
                  <th key={name} scope="col" className={`${cell} font-normal text-solid-gray-700`}>
                    {name === '' ? <span className="sr-only">操作</span> : name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {posts.map((post) => (
                <tr key={post.id} className="border-b border-solid-gray-100">
                  <td className={cell}>{spanWords(post)}</td>
                  <th scope="row" className={cell}>
                    {post.unitName}
                    {post.concurrent && (
                      <Badge tone="info" className="ml-2">
                        兼務
                      </Badge>
                    )}
                    {post.state === 'proposed' && (
                      <Badge tone="warning" className="ml-2">
                        職員課の確認待ち
                      </Badge>
                    )}
                  </th>
                  <td className={cell}>
                    {[post.positionName, post.jobTitle].filter((name) => name !== '').join('　')}
                  </td>
                  <td className={`${cell} whitespace-pre-wrap`}>{post.duties}</td>
                  <td className={cell}>{post.field === null ? '' : workFieldLabels[post.field]}</td>
                  <td className={`${cell} whitespace-nowrap`}>
                    {writes === 'confirmed' && post.state === 'proposed' && (
                      <Button
                        size="small"
                        aria-label={`${post.unitName}を確認した`}
                        onPress={() => void run(confirmPost(store, post.id))}
                      >
                        確認した
                      </Button>
                    )}
                    {mayEdit(post) && (
                      <>
                        <Button
                          look="quiet"
                          size="small"
                          aria-label={`${post.unitName}を直す`}
                          onPress={() => onEdit(post)}
                        >
                          直す
                        </Button>
                        <Button
                          look="quiet"
                          size="small"
                          aria-label={`${post.unitName}を取り除く`}
                          onPress={() => {
                            setTaken(post);
                            void run(setPostRemoved(store, post.id, true));
                          }}
                        >
                          取り除く
                        </Button>
                      </>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function rotationWords({
  since,
  serviceMonths,
  growing,
  monthsAtPost,
  present,
  due,
}: RotationState) {
  if (since === null) return '職歴がないため、まだ分かりません。';
  const here =
    present === null
      ? '今の所属の職歴がありません。'
      : `今の所属（${present.unitName}）は${monthsWords(monthsAtPost)}です。`;
  const service = `入庁から${monthsWords(serviceMonths)}。`;
  if (!growing) return `${service}育成期（入庁後概ね${GROWTH_YEARS}年間）は終わっています。${here}`;
  const next = due
    ? `${STEP_YEARS}年程度の区切りを過ぎています。`
    : `異動の目安は${STEP_YEARS}年程度です。`;
  return `${service}育成期（入庁後概ね${GROWTH_YEARS}年間）です。${here}${present === null ? '' : next}`;
}
