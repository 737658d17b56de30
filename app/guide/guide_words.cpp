// The words of the guide in English and Spanish, and the whole of it as a text to copy.
#include "app/guide/guide_parts.h"

namespace pegboard {
namespace {

constexpr GuideWords english{
    .title = "OT, PT or both?",
    .about = "A guide to fill in together with the family. No name is needed, and nothing is kept.",
    .again = "Start again",
    .born = "Date of birth",
    .weeks = "Born at week",
    .weeks_hint = "37 or later",
    .no_age = "The date of birth says which questions fit.",
    .age_wrong = "Type a date of birth, not after today",
    .weeks_wrong = "A week from 22 to 44",
    .early = "counted from the due date",
    .health = "Health questions first",
    .health_ask = "Has any of this happened?",
    .health_how = "Tick what fits, or press None of these, for each of the three groups",
    .health_none = "Health questions come first, and none was marked",
    .health_some = "Health questions come first: some were marked",
    .look_again = "Look again",
    .health_open = "Health questions come first",
    .none = "None of these",
    .tiers = {"Call the emergency number now", "Call the child's doctor today", "See the child's doctor this week"},
    .answers = {"Not at all", "Sometimes", "Often", "Not sure"},
    .think = "Think of the last month, on ordinary days",
    .questions = "questions",
    .of = "of",
    .stays = "Nothing is stored. Start again, or close Pegboard, and the answers are gone.",
    .stop = "You can stop at any time. \"Not sure\" is a fine answer.",
    .next_is = "Next: ",
    .back_to = "Back: ",
    .so_far = "So far",
    .answered = "answered",
    .start = "What the answers say stands here. It is the start of a talk, not a test.",
    .first = "First things first",
    .marked = "You marked",
    .waits = "OT and PT can wait",
    .waits_why = "No advice about therapy is shown until a doctor has seen this. You can go on with the questions.",
    .why = "Why",
    .one_is_enough = "One \"often\" is enough, or several \"sometimes\"",
    .look_first = "Look at these first",
    .ideas = "Play ideas for now",
    .next = "What happens next",
    .next_words = "You can ask for a free evaluation yourselves: under 3 years from early intervention.",
    .next_words_school = "You can ask for a free evaluation yourselves: from 3 years on from your public school.",
    .emergency = "Emergency",
    .no_number = "Your emergency number",
    .copy = "Copy the words",
    .copied = "Copied",
};

constexpr GuideWords spanish{
    .title = "¿OT, PT o los dos?",
    .about = "Una guía para llenar junto con la familia. No hace falta ningún nombre, y nada se guarda.",
    .again = "Empezar de nuevo",
    .born = "Fecha de nacimiento",
    .weeks = "Semana al nacer",
    .weeks_hint = "37 o más",
    .no_age = "La fecha de nacimiento dice qué preguntas tocan.",
    .age_wrong = "Escriba una fecha de nacimiento, no después de hoy",
    .weeks_wrong = "Una semana de 22 a 44",
    .early = "contada desde la fecha prevista",
    .health = "Primero la salud",
    .health_ask = "¿Ha pasado algo de esto?",
    .health_how = "Marque lo que corresponda, o Nada de esto, en cada uno de los tres grupos",
    .health_none = "La salud va primero, y no se marcó nada",
    .health_some = "La salud va primero: algo se marcó",
    .look_again = "Ver otra vez",
    .health_open = "La salud va primero",
    .none = "Nada de esto",
    .tiers = {"Llame ahora al número de emergencia", "Llame hoy al doctor", "Vaya al doctor esta semana"},
    .answers = {"Nunca", "A veces", "A menudo", "No sé"},
    .think = "Piense en el último mes, en días normales",
    .questions = "preguntas",
    .of = "de",
    .stays = "Nada se guarda. Al empezar de nuevo o cerrar Pegboard, las respuestas desaparecen.",
    .stop = "Puede parar cuando quiera. \"No sé\" es una buena respuesta.",
    .next_is = "Sigue: ",
    .back_to = "Antes: ",
    .so_far = "Hasta ahora",
    .answered = "contestadas",
    .start = "Aquí se ve lo que dicen las respuestas. Es para empezar a hablar, no una prueba.",
    .first = "Lo primero es lo primero",
    .marked = "Usted marcó",
    .waits = "OT y PT pueden esperar",
    .waits_why = "No se muestran consejos de terapia hasta que un doctor lo vea. Puede seguir con las preguntas.",
    .why = "Por qué",
    .one_is_enough = "Basta un \"a menudo\", o varios \"a veces\"",
    .look_first = "Mire esto primero",
    .ideas = "Ideas de juego para ahora (en inglés)",
    .next = "Qué sigue",
    .next_words = "Ustedes mismos pueden pedir una evaluación gratis: antes de los 3 años a intervención temprana.",
    .next_words_school = "Ustedes mismos pueden pedir una evaluación gratis: desde los 3 años a su escuela pública.",
    .emergency = "Emergencia",
    .no_number = "Su número de emergencia",
    .copy = "Copiar el texto",
    .copied = "Copiado",
};

}  // namespace

const GuideWords& words_of(GuideLanguage language) { return language == GuideLanguage::spanish ? spanish : english; }

std::string_view said(const GuideView& view, const std::string& in_english, const std::string& in_spanish) {
    return view.self.language == GuideLanguage::spanish ? in_spanish : in_english;
}

std::string guide_in_words(const GuideView& view) {
    const GuideResult& result = view.result;
    std::string all(view.words.title);
    const auto add = [&](std::string_view line) { all += "\n" + std::string(line); };
    const auto add_result = [&](std::string_view id) {
        if (const ScreeningResult* found = view.ui.library->screening_result(id))
            add(said(view, found->words, found->words_es));
    };
    if (!result.tier.empty()) {
        add_result(result.tier);
        add(std::string(view.words.marked) + ":");
        for (const RedFlag* flag : result.marked) add("- " + std::string(said(view, flag->words, flag->words_es)));
        for (const Concern* one : result.soon) add("- " + std::string(said(view, one->words, one->words_es)));
    }
    if (result.therapy_waits()) return all;
    add_result(result.id);
    for (const auto* list : {&result.why_ot, &result.why_pt, &result.why_both})
        for (const Concern* one : *list) add("- " + std::string(said(view, one->words, one->words_es)));
    return all + "\n" +
           std::string(view.age_months.value_or(0) < 36 ? view.words.next_words : view.words.next_words_school);
}

}  // namespace pegboard
