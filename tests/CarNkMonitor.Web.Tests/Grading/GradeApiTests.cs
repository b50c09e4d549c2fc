using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CarNkMonitor.Grading.Cases;
using CarNkMonitor.Monitoring.Staff;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Grading;
using CarNkMonitor.Web.Tests.Support;

namespace CarNkMonitor.Web.Tests.Grading;

public sealed class GradeApiTests(MonitorTemplate databases, GradeApiHost host) : IClassFixture<GradeApiHost>
{
    readonly Visitor _nurse = host.Nurse;

    public static TheoryData<string> Tables => [.. CaseTables.All.Select(table => table.Name)];

    [Fact]
    public async Task A_result_says_range_reasons_and_what_is_missing_as_json_everywhere_does()
    {
        var answer = await Grade("crs", """
            {"age__a": 54, "days_since_infusion__d": 5, "temp_max__Cel": 3.87e1, "masking_therapy": ["none"], "sbp_min__mm[Hg]": 92,
             "vasopressors": null, "o2_device": "room_air", "spo2_min__%": 97, "died": false}
            """);

        Assert.Equal(("ASTCT-CRS-2019", 1, 4, "CANNOT_EXCLUDE"), (Text(answer, "criteria"), (int)answer["low"]!, (int)answer["high"]!, Text(answer, "state")));
        Assert.Equal("""{"lowest":0,"highest":5,"codes":[]}""", answer["scale"]!.ToJsonString());
        Assert.Equal("""{"code":"temperature","value":"38.7","unit":"Cel","observedAt":null}""", answer["drivers"]![0]!.ToJsonString());
        Assert.Equal("""[{"code":"vasopressor_agent","couldReach":[1,3,4]}]""", answer["missing"]!.ToJsonString());
        Assert.Equal("CRS at least 1, cannot exclude 4: vasopressors not recorded.", Text(answer, "sentence"));
        Assert.Equal("""{"grade_min":1,"grade_max":4,"state":"CANNOT_EXCLUDE","flags":null}""", answer["answers"]!.ToJsonString());
        Assert.Equal("[]", answer["others"]!.ToJsonString());
    }

    [Fact]
    public async Task A_scale_of_words_shows_words_and_a_table_without_a_result_its_answers()
    {
        var urgency = await Grade("CNK-URGENCY-1", """{"crs_min": 2, "crs_max": 2}""");
        Assert.Equal(("URGENT_1H", "URGENT_1H"), (Text(urgency, "low"), Text(urgency, "high")));
        Assert.Equal("EMERGENCY_NOW", (string?)urgency["scale"]!["highest"]);

        var units = await Grade("units", """{"obs_code": "temperature", "value": 100.4, "unit": "[degF]"}""");
        Assert.Equal(("CNK-UNITS-1", null, null, null), (Text(units, "criteria"), units["scale"], units["low"], units["sentence"]));
        Assert.Equal("""{"display":38.0,"unit":"Cel","disposition":"accept"}""", units["answers"]!.ToJsonString());
    }

    [Theory]
    [InlineData("zh-CN,en;q=0.8", "CRS 1 级。")]
    [InlineData("zh-Hans", "CRS 1 级。")]
    [InlineData("en-GB,zh;q=0.9", "CRS grade 1.")]
    [InlineData("de, zh;q=0.5, en;q=0.4", "CRS 1 级。")]
    [InlineData("de", "CRS grade 1.")]
    [InlineData(null, "CRS grade 1.")]
    public async Task The_sentence_is_in_the_language_that_is_asked_for(string? language, string sentence)
    {
        using var answer = await _nurse.PostJson("/api/grade/crs", """
            {"age__a": 54, "days_since_infusion__d": 5, "temp_max__Cel": 38, "masking_therapy": ["none"], "sbp_min__mm[Hg]": 120,
             "vasopressors": ["none"], "o2_device": "room_air", "spo2_min__%": 97}
            """, language);

        Assert.Equal(sentence, (string?)(await Json(answer))["sentence"]);
    }

    [Theory, MemberData(nameof(Tables))]
    public async Task Every_open_case_is_answered_as_the_file_writes_it(string name)
    {
        var table = CaseTables.Find(name)!;
        foreach (var row in CaseFile.Read(Path.Combine(RepositoryRoot.Find(), "tests", "cases", name + ".csv"), table).Rows)
        {
            var answer = await Grade(name, AsJson(table, row));
            var answers = table.Answers.Select(column => answer["answers"]![column] is { } value ? value.ToString() : "").ToList();
            Assert.Empty(CaseComparison.Of(table, new CaseResult([], answers), row.Cells).Select(one => $"{row.Id} {one.Answer}: expected '{one.Expected}', answered '{one.Computed}'"));
        }
    }

    [Theory]
    [InlineData("""{"temp_max__Cel": 45.1}""", "temp_max__Cel", "45.1 is not possible; allowed: 30 to 45 Cel")]
    [InlineData("""{"temp_max__Cel": "38,5"}""", "temp_max__Cel", "is not a number")]
    [InlineData("""{"temp_max__Cel": 1e400}""", "temp_max__Cel", "is not a number")]
    [InlineData("""{"temp_max__Cel": 37.99999999999999999999999999999999999}""", "temp_max__Cel", "more than 28 digits")]
    [InlineData("""{"temp_max__Cel": 3.799999999999999999999999999999999999e+1}""", "temp_max__Cel", "more than 28 digits")]
    [InlineData("""{"spo2_min__%": 1E-40}""", "spo2_min__%", "more than 28 digits")]
    [InlineData("""{"temp_max__Cel": -3.8E1}""", "temp_max__Cel", "-38 is not possible")]
    [InlineData("""{"temp_max__Cel": 3800e-3}""", "temp_max__Cel", "3.800 is not possible")]
    [InlineData("""{"temp_max__Cel": 0.38e3}""", "temp_max__Cel", "380 is not possible")]
    [InlineData("""{"temp_max__Cel": "<=38"}""", "temp_max__Cel", "the only known bounds are < and >")]
    [InlineData("""{"temp_max__Cel": true}""", "temp_max__Cel", "is not a number")]
    [InlineData("""{"temperature": 38.5}""", "temperature", "is not an input of crs")]
    [InlineData("""{"case_id": "a"}""", "case_id", "is not an input of crs")]
    [InlineData("""{"crs_established": 1}""", "crs_established", "neither true nor false")]
    [InlineData("""{"o2_device": "tent"}""", "o2_device", "is not known here")]
    [InlineData("""{"vasopressors": []}""", "vasopressors", "a list of texts that is not empty")]
    [InlineData("""{"vasopressors": [1]}""", "vasopressors", "a list of texts")]
    [InlineData("""{"vasopressors": ["none|norepinephrine"]}""", "vasopressors", "a list of texts")]
    [InlineData("""{"vasopressors": ["none", "norepinephrine"]}""", "vasopressors", "'none' cannot stand beside")]
    [InlineData("""{"vasopressors": {"agent": "none"}}""", "vasopressors", "must be a number")]
    [InlineData("""{"temp_max__Cel": 38, "temp_max__Cel": 39}""", "temp_max__Cel", "is there twice")]
    [InlineData("""[1]""", "$", "must be a JSON object")]
    [InlineData("""{"temp_max__Cel": 38""", "$", "is no JSON")]
    [InlineData("", "$", "is no JSON")]
    public async Task What_cannot_be_graded_is_refused_with_the_name_of_the_field(string json, string field, string why)
    {
        using var answer = await _nurse.PostJson("/api/grade/crs", json);

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(why, (string?)(await Json(answer))["errors"]![field]![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_field_is_named_at_once()
    {
        using var answer = await _nurse.PostJson("/api/grade/crs", """{"temp_max__Cel": 99, "age__a": -1, "o2_device": "tent"}""");

        Assert.Equal(["age__a", "o2_device", "temp_max__Cel"], (await Json(answer))["errors"]!.AsObject().Select(field => field.Key).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("crss")]
    [InlineData("CNK-SCHEDULE-1")] // two tables have it
    public async Task An_unknown_table_is_not_found_and_all_tables_are_named(string name)
    {
        using var answer = await _nurse.PostJson($"/api/grade/{name}", "{}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(CaseTables.All.Select(table => table.Name), (await Json(answer))["tables"]!.AsArray().Select(table => (string)table!));
    }

    [Fact]
    public async Task Without_the_token_without_json_or_too_large_nothing_is_graded()
    {
        using var bare = new StringContent("{}", Encoding.UTF8, "application/json");
        Assert.Equal(HttpStatusCode.BadRequest, (await _nurse.Client.PostAsync("/api/grade/crs", bare, TestContext.Current.CancellationToken)).StatusCode);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _nurse.PostJson("/api/grade/crs", $"{{\"vignette\":\"{new string('x', 70_000)}\"}}")).StatusCode);

        using var form = new FormUrlEncodedContent([new("temp_max__Cel", "38"), new("__RequestVerificationToken", await _nurse.Token("/"))]);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _nurse.Client.PostAsync("/api/grade/crs", form, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task One_person_s_flood_is_stopped_and_nobody_else_s_work()
    {
        await using var strict = await MonitorHost.Start(databases, settings: [("Access:GradesPerMinute", "3")]);
        var (nurse, physician) = (await strict.SignedIn(StaffRole.Nurse), await strict.SignedIn(StaffRole.Physician));

        var answers = new List<HttpStatusCode>();
        for (var at = 0; at < 4; at++)
        {
            answers.Add((await nurse.PostJson("/api/grade/crs", "{}")).StatusCode);
        }

        Assert.Equal([HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests], answers);
        Assert.Equal(HttpStatusCode.OK, (await physician.PostJson("/api/grade/crs", "{}")).StatusCode);
    }

    [Fact]
    public async Task The_list_names_every_table_with_criteria_source_and_inputs()
    {
        using var answer = await _nurse.Get("/api/grade");
        var listed = (await Json(answer)).AsArray();

        Assert.Equal(CaseTables.All.Select(table => table.Name), listed.Select(table => Text(table!, "name")));
        var crs = listed[0]!;
        Assert.Equal(("ASTCT-CRS-2019", CaseTables.All[0].Citation), ((string?)crs["criteria"]![0], Text(crs, "citation")));
        Assert.Contains("\"name\":\"temp_max__Cel\",\"kind\":\"NUMBER\",\"unit\":\"Cel\",\"minimum\":30,\"maximum\":45,\"mayBeBound\":true", crs.ToJsonString(), StringComparison.Ordinal);
    }

    internal static string AsJson(CaseTable table, SheetRow row) => new JsonObject(table.Inputs.Where(column => row.Cells.ContainsKey(column.Name))
        .Select(column => KeyValuePair.Create(column.Name, Value(column, row.Cells[column.Name].Trim())))).ToJsonString();

    static JsonNode? Value(Column column, string cell) => cell.Length == 0 ? null : column.Kind switch
    {
        ColumnKind.Number or ColumnKind.WholeNumber => cell[0] is '<' or '>' ? cell : JsonNode.Parse(cell),
        ColumnKind.Flag => bool.Parse(cell),
        ColumnKind.List => new JsonArray([.. cell.Split('|').Select(word => (JsonNode)word)]),
        ColumnKind.Word or ColumnKind.Text => cell,
    };

    async Task<JsonNode> Grade(string criteria, string json)
    {
        using var answer = await _nurse.PostJson($"/api/grade/{criteria}", json);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{json} was answered {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}");
        return await Json(answer);
    }

    static async Task<JsonNode> Json(HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)) ?? throw new JsonException("Nothing was answered.");

    static string? Text(JsonNode node, string name) => (string?)node[name];
}

/// <summary>One host for all these tests: nothing that they ask is stored.</summary>
public sealed class GradeApiHost(MonitorTemplate databases) : IAsyncLifetime
{
    MonitorHost _host = null!;

    public Visitor Nurse { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await MonitorHost.Start(databases, settings: [("Access:GradesPerMinute", "100000")]);
        Nurse = await _host.SignedIn(StaffRole.Nurse);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
