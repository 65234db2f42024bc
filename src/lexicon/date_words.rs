//! Words that stand around dates and times. Collected from the date lines of news pages; zone names are of RFC 2822 and
//! common use.

/// Between a date and its time of day.
pub(crate) const JOINERS: &str = "at um à a as às las ore om o kl klo v в о об na de del der den the t godz u ob alle la le г г. год року р йил gada m г.в \
    saat ساعت الساعة בשעה ora from on am dated pm \
    月 火 水 木 金 土 日 월 화 수 목 금 토 일 星 期 曜 周 一 二 三 四 五 六 요";

/// What an hour ends with in Thai, "18:57 น.", which ends no sentence.
pub(crate) const THAI_HOUR: &str = " น.";

/// Behind a time of day.
pub(crate) const CLOCK_WORDS: &str = "uhr hrs hr h uur ч час часов óra น น. horas heures o'clock klo kl";

/// Before the days on which something else happened than that a text was published, in lower case: since when somebody has been a forum's
/// member, when a journal had a manuscript, when a page was printed or looked at. "Submitted by Jane Doe on" is how blogs sign.
pub(crate) const OTHER_DAYS: &str = "joined|member since|registered|registriert|mitglied seit|dabei seit|inscrit|miembro desde|membro desde|lid sinds|регистрация|зарегистрирован|\
    received|accepted|eingegangen|eingereicht|angenommen|reçu|accepté|recibido|aceptado|recebido|aceito|aceite|ricevuto|accettato|ontvangen|geaccepteerd|поступила|принята|收稿日期|接受日期|受付|受理|投稿日期|\
    printed|accessed|retrieved|ausgedruckt|gedruckt am|abgerufen|imprimé le|consulté le|impreso|impresso|stampato|распечатано";

/// What else a line's day is of, in whole words: a life, a court's day, the end of a term.
pub(crate) const FACTS: &str = "born|died|geboren|gestorben|né le|née le|mort le|morte le|nació|murió|nasceu|morreu|nato il|nata il|overleden|родился|родилась|умер|умерла|hearing|heard on|recorded|deadline|closing date|start date|expires|bewerbungsschluss";

/// Minutes east of UTC of zone names that mean one zone.
pub(crate) const ZONES: &[(&str, i16)] = &[
    ("z", 0),
    ("utc", 0),
    ("gmt", 0),
    ("ut", 0),
    ("wet", 0),
    ("bst", 60),
    ("west", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("est", -300),
    ("edt", -240),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
    ("jst", 540),
    ("kst", 540),
    ("wib", 420),
    ("hkt", 480),
    ("sgt", 480),
    ("aest", 600),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
];

/// Zone names of which the season or the country decides; read over.
pub(crate) const VAGUE_ZONES: &str = "et ct mt pt ist cst eastern central pacific mountain time local standard daylight";

/// Before and around a date in a line that says nothing else.
pub(crate) const AROUND: &str = "published publish publication updated update modified posted post created date dated last first on at about of by and from \
    since time edited revised reviewed issued released added amended original originally article story was is in edition print online \
    veröffentlicht publiziert aktualisiert stand erstellt datum zuletzt geändert letzte aktualisierung am vom um uhr online seit artikel erschienen update \
    publié publiée mis mise à jour le modifié créé posté dernière modification actualisé date de du la et \
    publicado publicada actualizado actualizada actualización creado modificado fecha el del última \
    pubblicato pubblicata aggiornato aggiornata aggiornamento il alle ultimo ultima modifica creato data \
    atualizado atualizada atualização em às última modificação data publicação \
    gepubliceerd geplaatst bijgewerkt laatste laatst gewijzigd op om uur aangepast \
    publicerad publicerat uppdaterad uppdaterat senast kl den publiceret opdateret sidst oppdatert publisert sist endret oprettet \
    julkaistu päivitetty klo muokattu opublikowano aktualizacja dodano data publikacji ostatnia utworzono opublikowany zaktualizowano r godz \
    publikováno aktualizováno vydáno zveřejněno aktualizace dátum aktualizované publikované objavljeno ažurirano izmena \
    опубликовано обновлено обновлена дата публикации создано изменено опубліковано оновлено г в от публикувано обновена на в \
    publicat actualizat ultima actualizare data la ora frissítve közzétéve megjelent létrehozva δημοσίευση ενημέρωση δημοσιεύτηκε ενημερώθηκε τελευταία \
    yayınlanma güncelleme güncellenme tarihi son giriş yayın eklenme saat \
    paskelbta atnaujinta publicēts atjaunots avaldatud uuendatud publicat actualitzat \
    نشر نشرت في تاريخ آخر تحديث الساعة النشر انتشار تاریخ ساعت منتشر به‌روزرسانی פורסם עודכן בתאריך בשעה תאריך प्रकाशित अपडेट अद्यतन published \
    diterbitkan dipublikasikan diperbarui terbit pukul tanggal đăng cập nhật lúc ngày xuất bản thứ hai ba tư năm sáu bảy chủ nhật เผยแพร่ อัปเดต เมื่อ เวลา \
    min mins minute minutes read reading minuten lesezeit lesedauer lecture minutos lectura minuti lettura leitura leestijd läsning lästid luku min. reads \
    time local gmt utc et est edt am pm a.m p.m";

/// As [`AROUND`], of scripts without spaces; matched from the left of what is left over.
pub(crate) const CLOSED_AROUND: &str = "发布时间 发布日期 发布于 发表于 发布 发表 更新时间 更新日期 更新于 更新 最后 時間 时间 日期 發布 發佈 發表 於 于 最後 \
    公開日 公開 掲載日 掲載 投稿日 投稿 配信 更新日 作成日 最終更新 日時 \
    입력 수정 등록 승인 업데이트 기사 작성 발행 최종 일시 게재 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 月曜日 火曜日 水曜日 \
    木曜日 金曜日 土曜日 日曜日 一 二 三 四 五 六 월요일 화요일 수요일 목요일 금요일 토요일 일요일 上午 下午 午前 午後 오전 오후 阅读 閱讀 年 月 日 时 時 分 秒";

/// Eras of East Asia, and the year before their first.
pub(crate) const ERAS: &[(&str, i32)] = &[("令和", 2018), ("平成", 1988), ("民國", 1911), ("民国", 1911)];

/// Days of two words, and how many days before today they are.
pub(crate) const TWO_WORD_DAYS: &[(&str, &str, i64)] =
    &[("i", "dag", 0), ("i", "går", 1), ("hôm", "nay", 0), ("hôm", "qua", 1), ("בשבוע", "שעבר", 7), ("الأسبوع", "الماضي", 7)];

/// Second half of the day.
pub(crate) const AFTER_NOON: &str = "pm p.m p.m. μμ μ.μ م 下午 午後 晚上 晚 오후";
/// First half of the day.
pub(crate) const BEFORE_NOON: &str = "am a.m a.m. πμ π.μ ص 上午 午前 凌晨 早上 오전";

/// Stems of words for "updated".
pub(crate) const UPDATED: &str = "updat* modif* revis* edited aktualis* geändert stand actualis* actualiz* aggiorn* atualiz* bijgewerkt gewijzigd uppdater* opdater* oppdater* ändrad* endret ændret \
    päivitet* muokat* aktualiz* zmodyf* ažurir* izmen* обновл* изменен* оновлен* змінен* ενημερ* güncel* frissít* módosít* atnaujint* atjaun* uuendat* actualitz* diperbarui تحديث محدث עודכן अपडेट";

/// As [`UPDATED`], of scripts without spaces.
pub(crate) const CLOSED_UPDATED: &[&str] = &["更新", "修正", "수정", "업데이트", "最終", "อัปเดต", "cập nhật", "mis à jour", "mise à jour"];
