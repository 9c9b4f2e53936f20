#include "postroad/app/dns-event.h"

#include "postroad/dns/dns-header.h"

namespace ns3::postroad
{

event::Event
MakeDnsQueryEvent(event::EventKind kind,
                  std::uint16_t id,
                  const dns::Question& question,
                  const std::string& peer)
{
    event::Event event;
    event.kind = kind;
    event.fields.emplace_back("id", std::int64_t{id});
    event.fields.emplace_back("name", question.name.ToHostName());
    event.fields.emplace_back("type", dns::ToString(question.type));
    event.fields.emplace_back("server", peer);
    return event;
}

event::Event
MakeDnsAnswerEvent(event::EventKind kind, const dns::Message& message, const std::string& peer)
{
    const auto question = message.questions.empty() ? dns::Question{} : message.questions.front();
    auto event = MakeDnsQueryEvent(kind, message.header.id, question, peer);
    std::vector<std::string> answers;
    for (const auto& record : message.answers)
    {
        answers.push_back(record.ToString());
    }
    event.fields.emplace_back("status", dns::ToString(message.header.code));
    event.fields.emplace_back("answers", std::move(answers));
    return event;
}

} // namespace ns3::postroad
