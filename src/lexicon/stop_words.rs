//! The commonest words of languages written with spaces: running text is full of them, menus are not.

use super::stems::Stems;
use std::sync::LazyLock;

/// Articles, prepositions, pronouns and auxiliaries of English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish,
/// Danish/Norwegian, Polish, Czech, Romanian, Turkish, Russian, Ukrainian, Greek, Arabic, Persian, Hebrew, Hindi, Indonesian.
const WORDS: &str = "the of and to in a is that for it was on with as be at by he this had not are but from or have an they which you \
were her all she there would their we him been has when who will more no if out so said what up its about into than them can only other \
der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis mehr durch man \
de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son aux ont mais comme ou elle été cette \
el los del las por con una su para es al lo como más o pero sus fue este ha sí porque esta son entre cuando muy sin sobre ser también \
do da em um não os no na dos as mais foi ao ele das tem à seu sua ou quando muito nos já está eu também só pelo pela até isso \
di che è il per non sono si con ha della del le nel alla dei più anche come ma gli delle \
het een van en dat op te zijn met voor niet aan er om ook als dan maar bij nog uit \
och att det som på är av för med den till inte om har ett jag var de från kan men så \
og i at er det af til på med ikke som har de en for den et om var vi å \
w i na z się do nie że to jest o jak za od po ale co przez tym przy \
a se na v je že s z do o i to jako za by ale po ve si \
și în de la cu a pe nu care din să mai o un este au \
ve bir bu için da de ile çok olarak olan daha gibi en kadar sonra \
и в не на я что он с как это по но из у за от так же для бы к о был его мы они то было \
і та що не на з у до як за це від про але його для \
και το να η του της ο με που για τα από είναι τον στο δεν των \
في من على أن إلى عن مع هذا التي الذي ما لا كان هذه بين \
و در به از که این را با است برای آن یک می تا های شده \
של את על לא הוא עם זה כי גם אל היא או \
के में की है को से का और पर ने हैं यह कि एक भी \
yang dan di dari untuk dengan pada ini itu dalam tidak akan oleh juga";

static LIST: LazyLock<Stems> = LazyLock::new(|| Stems::new(&[(1, WORDS)]));

/// Whether a word, in lower case, is one of them.
pub(crate) fn contains(word: &str) -> bool {
    LIST.meaning_whole(word) != 0
}

/// The same for a word of these bytes and this hash.
pub(crate) fn has(bytes: usize, hash: u64) -> bool {
    LIST.has(bytes, hash)
}
