// The class of the agreement with its events and instances: what is made of the clauses.
#pragma once

#include "generate/claims.h"
#include "generate/events.h"
#include "generate/expressions.h"

namespace beding::generate {

class Agreement {
 public:
  explicit Agreement(Model& model)
      : model_(model), graph_(model.graph), expressions_(model), events_(model, expressions_) {}

  /// Its text; what could not be made is told to the model.
  std::string text();

 private:
  std::string eventTypes();
  std::string persons() const;
  std::string base() const;
  std::string judgements() const;
  std::string ofAnyKind() const;
  std::string forgetting();
  std::string sentences();
  std::string marking() const;
  std::string marked(const char* function, bool (*wanted)(const Model&, const Sentence&)) const;
  std::string powers() const;
  std::string firstNorm() const;
  std::string formation() const;
  std::string term();
  std::string acceleration();
  std::string names() const;
  std::string members();
  std::string ledger() const;
  std::string arriving() const;

  Model& model_;
  const graph::Graph& graph_;
  Expressions expressions_;
  Events events_;
  std::vector<LimitCall> limits_;
};

}  // namespace beding::generate
