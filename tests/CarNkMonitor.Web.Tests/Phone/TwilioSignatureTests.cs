using System.Text;
using System.Text.Json;
using CarNkMonitor.Testing.Provider;
using CarNkMonitor.Testing.RealParts;
using CarNkMonitor.Web.Phone;
using Microsoft.Extensions.Primitives;

namespace CarNkMonitor.Web.Tests.Phone;

public sealed class TwilioSignatureTests
{
    const string Url = "https://cnk.example/webhooks/twilio/inbound";
    const string Token = "our-token";
    static readonly Dictionary<string, string> Text = new() { ["MessageSid"] = "SM1", ["From"] = "+4915112345678", ["Body"] = "A4821" };

    static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    [Fact]
    public void The_providers_own_examples_pass()
    {
        var file = Path.Combine(SharedData.Folder("twilio-signatures"), "vectors.json");
        var vectors = JsonSerializer.Deserialize<Vectors>(File.ReadAllText(file), SnakeCase)!.Examples;

        Assert.Equal(16, vectors.Length);
        Assert.All(vectors, vector => Assert.True(vector.Valid == vector.IsAccepted(), vector.Id));
    }

    [Fact]
    public void A_signature_made_by_the_stand_in_passes() => Assert.True(Accepts(Token, Url, Text));

    [Fact]
    public void Fields_count_in_ordinal_order_and_text_beyond_ascii_as_utf8() =>
        Assert.True(Accepts(Token, Url, new() { ["b"] = "收到4821", ["B"] = "2", ["_"] = "", ["a"] = "＋" }));

    [Fact]
    public void Another_token_field_value_or_address_does_not_pass()
    {
        var signature = CallbackSignature.Of(Token, Url, Text);

        Assert.False(TwilioSignature.IsValid(["other"], Url, Form(Text), signature));
        Assert.False(TwilioSignature.IsValid([Token], Url, Form(new(Text) { ["Body"] = "A4822" }), signature));
        Assert.False(TwilioSignature.IsValid([Token], Url, Form(new(Text) { ["More"] = "" }), signature));
        Assert.False(TwilioSignature.IsValid([Token], Url + "/", Form(Text), signature));
        Assert.False(TwilioSignature.IsValid([Token], Url.Replace("https", "http", StringComparison.Ordinal), Form(Text), signature));
    }

    [Fact]
    public void Each_of_two_tokens_passes_while_they_are_exchanged()
    {
        string[] tokens = ["new", Token];

        Assert.True(TwilioSignature.IsValid(tokens, Url, Form(Text), CallbackSignature.Of(Token, Url, Text)));
        Assert.True(TwilioSignature.IsValid(tokens, Url, Form(Text), CallbackSignature.Of("new", Url, Text)));
        Assert.False(TwilioSignature.IsValid(tokens, Url, Form(Text), CallbackSignature.Of("older", Url, Text)));
    }

    [Fact]
    public void Without_a_token_nothing_passes_not_even_what_an_empty_token_signed() =>
        Assert.False(TwilioSignature.IsValid([], Url, Form(Text), CallbackSignature.Of("", Url, Text)));

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA=AAAA")]
    public void A_signature_that_is_none_does_not_pass_and_does_not_throw(string signature) =>
        Assert.False(TwilioSignature.IsValid([Token], Url, Form(Text), signature));

    [Theory]
    [InlineData("https://cnk.example/a?b=1", "https://cnk.example:443/a?b=1")]
    [InlineData("https://cnk.example:443/a", "https://cnk.example/a")]
    [InlineData("http://127.0.0.1:8080/a", "http://127.0.0.1/a")]
    [InlineData("https://[2001:db8::1]/a", "https://[2001:db8::1]:443/a")]
    [InlineData("https://[2001:db8::1]:8443/a", "https://[2001:db8::1]/a")]
    public void The_port_may_be_signed_or_left_out(string configured, string variant) =>
        Assert.True(TwilioSignature.IsValid([Token], configured, Form(Text), CallbackSignature.Of(Token, variant, Text)));

    [Fact]
    public void Another_port_than_the_schemes_own_does_not_pass()
    {
        var signature = CallbackSignature.Of(Token, "https://cnk.example:8443/webhooks/twilio/inbound", Text);

        Assert.False(TwilioSignature.IsValid([Token], Url, Form(Text), signature));
    }

    static bool Accepts(string token, string url, Dictionary<string, string> fields) =>
        TwilioSignature.IsValid([token], url, Form(fields), CallbackSignature.Of(token, url, fields));

    static IEnumerable<KeyValuePair<string, StringValues>> Form(Dictionary<string, string> fields) =>
        fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value)));

    sealed record Vectors([property: System.Text.Json.Serialization.JsonPropertyName("vectors")] Vector[] Examples);

    sealed record Vector(string Id, string AuthToken, string Url, string[][] Params, string? RawBody, string Signature, bool Valid)
    {
        public bool IsAccepted() => RawBody is null
            ? TwilioSignature.IsValid([AuthToken], Url, Fields(), Signature)
            : TwilioSignature.IsValidBody([AuthToken], Url, Encoding.UTF8.GetBytes(RawBody), Signature);

        IEnumerable<KeyValuePair<string, StringValues>> Fields() => Params
            .GroupBy(pair => pair[0], pair => pair[1])
            .Select(field => KeyValuePair.Create(field.Key, new StringValues([.. field])));
    }
}
