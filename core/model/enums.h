// Small closed vocabularies, with the text kept in the file and the words on screen.
#pragma once
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

namespace pegboard {

enum class Discipline { ot, pt };
enum class Lead { ot, pt, both };  ///< who leads a session; both = co-treatment
enum class ServiceMode { individual, group, consult };
enum class ServicePer { week, month };
enum class GoalTerm { long_term, short_term };
enum class GoalStatus { draft, active, on_hold, met, discontinued };
enum class Side { none, left, right, both, each };
enum class SessionStatus { planned, held, not_held };
enum class Arc { opener, main, function, closer };  ///< Warm-up, Focus, Everyday, Wrap-up
enum class NotHeldReason { child_ill, family_cancelled, school_event, therapist_away, no_show, other };
enum class PlaceKind { clinic, school, home, community, outdoors };
enum class Attendance { expected, attended, absent };
enum class Energy { tired, usual, lively };                     ///< how the child is today
enum class Response { not_noted, loved, fine, hard, refused };  ///< how an activity went for a child
enum class BlockState { planned, done, skipped };
enum class ReportWay { saved, printed };  ///< how a report left
enum class DischargeReason { goals_met, moved, family_choice, other_service, funding_ended, other };

/// One value of a vocabulary: `key` is kept in the file, `words` are shown.
struct Term {
    std::string_view key;
    std::string_view words;
};

/// What stands for a word of the file that is none of the vocabulary: it is kept there as it is.
inline constexpr Term unknown_term{"unknown", "Unknown"};

/// All values of an enum in order, for choices and for the file.
template <class E>
std::span<const Term> terms();
template <>
std::span<const Term> terms<Discipline>();
template <>
std::span<const Term> terms<Lead>();
template <>
std::span<const Term> terms<ServiceMode>();
template <>
std::span<const Term> terms<ServicePer>();
template <>
std::span<const Term> terms<GoalTerm>();
template <>
std::span<const Term> terms<GoalStatus>();
template <>
std::span<const Term> terms<Side>();
template <>
std::span<const Term> terms<SessionStatus>();
template <>
std::span<const Term> terms<Arc>();
template <>
std::span<const Term> terms<NotHeldReason>();
template <>
std::span<const Term> terms<DischargeReason>();
template <>
std::span<const Term> terms<ReportWay>();
template <>
std::span<const Term> terms<PlaceKind>();
template <>
std::span<const Term> terms<Attendance>();
template <>
std::span<const Term> terms<Energy>();
template <>
std::span<const Term> terms<Response>();
template <>
std::span<const Term> terms<BlockState>();

/// False for a value whose word in the file could not be read.
template <class E>
    requires std::is_enum_v<E>
bool is_known(E value) {
    return static_cast<std::size_t>(value) < terms<E>().size();
}
/// The value of a word that could not be read: equal to none of the vocabulary.
template <class E>
E unknown_value() {
    return static_cast<E>(terms<E>().size());
}
/// The text kept in the file.
template <class E>
std::string_view key(E value) {
    return (is_known(value) ? terms<E>()[static_cast<std::size_t>(value)] : unknown_term).key;
}
/// The words on screen.
template <class E>
std::string_view words(E value) {
    return (is_known(value) ? terms<E>()[static_cast<std::size_t>(value)] : unknown_term).words;
}
/// The value whose key is `text`, if any.
template <class E>
std::optional<E> from_key(std::string_view text) {
    const auto all = terms<E>();
    for (std::size_t i = 0; i < all.size(); ++i)
        if (all[i].key == text) return static_cast<E>(i);
    return std::nullopt;
}

}  // namespace pegboard
