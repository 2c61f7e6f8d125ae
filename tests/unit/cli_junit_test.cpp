#include "cli/junit.h"

#include <doctest/doctest.h>

using namespace beding::cli;

TEST_CASE("JUnit counts, names and escapes") {
  CHECK(junitText(
            {{"op tijd", "vandeez", "a.beding:3", ""}, {"\"te laat\" & <boos>", "elan", "b.beding:9", "wel\ndit"}}) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<testsuite name="beding" tests="2" failures="1">
  <testcase classname="vandeez" name="op tijd" file="a.beding:3"/>
  <testcase classname="elan" name="&quot;te laat&quot; &amp; &lt;boos&gt;" file="b.beding:9">
    <failure>wel&#10;dit</failure>
  </testcase>
</testsuite>
)");
}
