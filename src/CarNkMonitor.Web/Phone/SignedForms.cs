using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace CarNkMonitor.Web.Phone;

/// <summary>Lets in only forms that the provider signed for our configured address.</summary>
sealed class SignedForms(IOptions<TelephonyOptions> options, ILogger<SignedForms> log)
{
    public const int MostBytes = 64 * 1024;

    /// <summary>The form, or the answer to give instead of it.</summary>
    /// <param name="request">Its Host and X-Forwarded headers are never looked at.</param>
    /// <param name="path">Our path as it was told to the provider.</param>
    public async Task<(Form? Form, IResult? Refusal)> Read(HttpRequest request, string path, CancellationToken cancel)
    {
        if (options.Value.AuthTokens.Count == 0)
            return Refuse(StatusCodes.Status403Forbidden, "no token is configured to check it with");
        if (!IsForm(request.ContentType))
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "it is no form");
        if (await Body(request, cancel) is not { } body)
            return Refuse(StatusCodes.Status413PayloadTooLarge, "it is larger than 64 kB");
        var fields = QueryHelpers.ParseQuery(body);
        var url = options.Value.PublicUrl(path) + request.QueryString.Value;
        return TwilioSignature.IsValid(options.Value.AuthTokens, url, fields, request.Headers["X-Twilio-Signature"].ToString())
            ? (new Form(fields), null)
            : Refuse(StatusCodes.Status403Forbidden, "its signature is missing or wrong");
    }

    static bool IsForm(string? contentType) =>
        contentType?.Split(';')[0].Trim().Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) == true;

    static async Task<string?> Body(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MostBytes)
            return null;
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancel);
        return length <= MostBytes ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }

    (Form?, IResult?) Refuse(int status, string why)
    {
        log.LogWarning("A provider callback was refused: {Why}.", why);
        return (null, TypedResults.StatusCode(status));
    }

    public sealed class Form(Dictionary<string, StringValues> fields)
    {
        /// <summary>A field's value; null when it is absent or empty.</summary>
        public string? this[string name] => fields.GetValueOrDefault(name).ToString() is { Length: > 0 } value ? value : null;
    }
}
